import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, ListQuery, SortBy, StorableText } from '#src/foundation/common/index.js';
import {
  ACCOUNT_LANGUAGES,
  ACCOUNT_STATUSES,
  type AccountLanguage,
  type AccountStatus,
} from '../entities/user-account.entity.js';
import { type GivenRole, GIVEN_ROLES } from '../roles/role.policy.js';
import { RoleList } from '../roles/role-list.js';
import { EmailAddress, MAX_EMAIL } from '../shared/email-input.js';
import { USER_ORDER } from './users.repository.js';

const MAX_NAME = 200;
const SETTABLE_STATUSES = ['active', 'disabled'] as const;

export class InviteUserDto {
  @ApiProperty({ maxLength: MAX_NAME, example: 'Ada Lovelace' })
  @StorableText({ max: MAX_NAME })
  name: string;

  /** In ASCII (RFC 5321). Upper and lower case make no difference. */
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL, example: 'ada@example.org' })
  @EmailAddress()
  email: string;

  /** Of pages and mails; without it, English. */
  @ApiPropertyOptional({ enum: ACCOUNT_LANGUAGES, default: 'en' })
  @IfGiven()
  @IsIn(ACCOUNT_LANGUAGES)
  language?: AccountLanguage;

  /** Sensitive ones are asked for, as by setUserRoles. */
  @ApiPropertyOptional({ enum: GIVEN_ROLES, isArray: true, maxItems: GIVEN_ROLES.length, example: ['clerk'] })
  @IfGiven()
  @RoleList()
  roles?: GivenRole[];
}

export class UpdateOwnUserDto {
  @ApiPropertyOptional({ maxLength: MAX_NAME, example: 'Ada Lovelace' })
  @IfGiven()
  @StorableText({ max: MAX_NAME })
  name?: string;

  @ApiPropertyOptional({ enum: ACCOUNT_LANGUAGES })
  @IfGiven()
  @IsIn(ACCOUNT_LANGUAGES)
  language?: AccountLanguage;
}

export class UpdateUserDto extends UpdateOwnUserDto {
  /** Open links to the old address stop working. */
  @ApiPropertyOptional({ format: 'email', maxLength: MAX_EMAIL, example: 'ada@example.org' })
  @IfGiven()
  @EmailAddress()
  email?: string;

  /** `disabled` ends sessions, links and keys at once; `active` lets somebody in again. */
  @ApiPropertyOptional({ enum: SETTABLE_STATUSES })
  @IfGiven()
  @IsIn(SETTABLE_STATUSES)
  status?: (typeof SETTABLE_STATUSES)[number];
}

export class ListUsersQuery extends ListQuery {
  @ApiPropertyOptional({ enum: ACCOUNT_STATUSES })
  @IfGiven()
  @IsIn(ACCOUNT_STATUSES)
  status?: AccountStatus;

  /** Who has this role. */
  @ApiPropertyOptional({ enum: GIVEN_ROLES })
  @IfGiven()
  @IsIn(GIVEN_ROLES)
  role?: GivenRole;

  @SortBy(USER_ORDER)
  sort?: string;
}
