import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import {
  ACCOUNT_LANGUAGES,
  ACCOUNT_STATUSES,
  type AccountLanguage,
  type AccountStatus,
} from '../entities/user-account.entity.js';
import { type GivenRole, GIVEN_ROLES, SENSITIVE_ROLES } from '../roles/role.policy.js';
import type { UserRow } from './users.repository.js';

/** Somebody who signs in. */
export class UserDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ format: 'email', example: 'ada@example.org' })
  email: string;

  /** Of pages and mails. */
  @ApiProperty({ enum: ACCOUNT_LANGUAGES })
  language: AccountLanguage;

  /** `invited` until the invitation is accepted. A disabled account opens no session, and no key of it counts. */
  @ApiProperty({ enum: ACCOUNT_STATUSES })
  status: AccountStatus;

  @ApiProperty({ enum: GIVEN_ROLES, isArray: true, example: ['clerk'] })
  roles: GivenRole[];

  /** Asked for, and waiting for a second person. */
  @ApiProperty({ enum: SENSITIVE_ROLES, isArray: true, example: [] })
  requestedRoles: GivenRole[];

  /** Whether one is set up and shown to work. */
  @ApiProperty()
  hasSecondFactor: boolean;

  /** The day, never the moment. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastSignInOn: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static from(row: UserRow): UserDto {
    const dto = new UserDto();
    dto.id = row.id;
    dto.name = row.name;
    dto.email = row.email;
    dto.language = row.language;
    dto.status = row.status;
    dto.roles = row.roles;
    dto.requestedRoles = row.requestedRoles;
    dto.hasSecondFactor = row.hasSecondFactor;
    dto.lastSignInOn = row.lastSignInOn;
    dto.createdAt = row.createdAt.toISOString();
    return withRevision(dto, row.revision);
  }
}
