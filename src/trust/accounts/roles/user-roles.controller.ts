import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiUpdates, IfMatch, UuidParam } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { UserDto } from '../users/user.dto.js';
import { SetUserRolesDto } from './user-roles.dto.js';
import { UserRolesService } from './user-roles.service.js';

@ApiTags('Accounts')
@Controller('users/:userId/roles')
export class UserRolesController {
  constructor(private readonly roles: UserRolesService) {}

  /**
   * Sets the roles of a person, all of them anew. Ordinary ones count at once; the sensitive ones (intake,
   * privacy_reviewer, custodian, counsel, admin) become requests that somebody else confirms, and stand in
   * `requestedRoles` until then. Taking one away is one person's act. 422 `ROLES_CONFLICT`, 403 `OWN_ROLE`, 409
   * `LAST_ADMIN`. A role that asks for more than the person has proved ends their sessions.
   */
  @Put()
  @Requires(Permission.UserManage)
  @ApiUpdates(UserDto)
  setUserRoles(
    @UuidParam('userId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: SetUserRolesDto,
  ): Promise<UserDto> {
    return this.roles.set(id, ifMatch, input.roles);
  }
}
