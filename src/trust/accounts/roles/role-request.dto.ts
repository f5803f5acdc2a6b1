import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, ListQuery } from '#src/foundation/common/index.js';
import { type GivenRole, type Outcome, SENSITIVE_ROLES } from './role.policy.js';
import type { RoleRequestRow } from './role-request.repository.js';

const OUTCOMES = ['confirmed', 'refused', 'withdrawn'] as const;
const STATES = ['open', ...OUTCOMES] as const;

/** A sensitive role that one person asked for and another decides. */
export class RoleRequestDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Whose the role would be. */
  @ApiProperty({ format: 'uuid' })
  userId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  userName: string;

  @ApiProperty({ example: 'ada@example.org' })
  userEmail: string;

  @ApiProperty({ enum: SENSITIVE_ROLES })
  role: GivenRole;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  @ApiProperty({ format: 'uuid' })
  askedById: string;

  @ApiProperty({ example: 'Grace Hopper' })
  askedByName: string;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedById: string | null;

  @ApiProperty({ type: String, nullable: true })
  decidedByName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;

  static from(row: RoleRequestRow): RoleRequestDto {
    const dto = new RoleRequestDto();
    dto.id = row.id;
    dto.userId = row.accountId;
    dto.userName = row.name;
    dto.userEmail = row.email;
    dto.role = row.role;
    dto.state = row.outcome ?? 'open';
    dto.askedById = row.askedBy;
    dto.askedByName = row.askedByName;
    dto.askedAt = row.askedAt.toISOString();
    dto.decidedById = row.decidedBy;
    dto.decidedByName = row.decidedByName;
    dto.decidedAt = row.decidedAt?.toISOString() ?? null;
    return dto;
  }
}

export class DecideRoleRequestDto {
  /** `withdrawn` is for whoever asked, the others for somebody else. */
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  outcome: Outcome;
}

export class ListRoleRequestsQuery extends ListQuery {
  /** Without it, all of them. */
  @ApiPropertyOptional({ enum: STATES })
  @IfGiven()
  @IsIn(STATES)
  state?: (typeof STATES)[number];
}
