import { ApiProperty } from '@nestjs/swagger';
import { RoleList } from './role-list.js';
import { type GivenRole, GIVEN_ROLES } from './role.policy.js';

export class SetUserRolesDto {
  /** All that the person is to have; what is missing is taken away. */
  @ApiProperty({ enum: GIVEN_ROLES, isArray: true, maxItems: GIVEN_ROLES.length, example: ['clerk'] })
  @RoleList()
  roles: GivenRole[];
}
