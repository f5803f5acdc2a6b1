import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { IfGiven, Instant, ListQuery, SortBy } from '#src/foundation/common/index.js';
import { ENTRY_ORDER, type EntryRow } from './entry.repository.js';

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** By the database's clock. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Place in the sealed log, counted from 0; null until it is sealed, a second or so later. */
  @ApiProperty({ type: 'integer', nullable: true, example: 4711 })
  position: number | null;

  /** Who did it; null: nobody known. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  actorId: string | null;

  @ApiProperty({ example: 'user.roles_set' })
  action: string;

  @ApiProperty({ example: 'user_account' })
  subjectKind: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  subjectId: string | null;

  /** The `X-Request-Id` of the request that did it; `none` outside of one. */
  @ApiProperty({ type: String, nullable: true })
  requestId: string | null;

  /** Whether it concerns a protected record. */
  @ApiProperty()
  isProtected: boolean;

  /** Ids, codes and counts; never a word of a record. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { count: 2 } })
  details: object;

  static from(row: EntryRow): AuditEntryDto {
    const dto = new AuditEntryDto();
    dto.id = row.id;
    dto.at = row.at;
    dto.position = row.position === null ? null : Number(row.position);
    dto.actorId = row.actor_id;
    dto.action = row.action;
    dto.subjectKind = row.subject_kind;
    dto.subjectId = row.subject_id;
    dto.requestId = row.request_id;
    dto.isProtected = row.protected;
    dto.details = row.details as object;
    return dto;
  }
}

export class ListAuditEntriesQuery extends ListQuery {
  @SortBy(ENTRY_ORDER)
  sort?: string;

  @ApiPropertyOptional({ example: 'session.refused' })
  @IfGiven()
  @Matches(/^[a-z0-9_.-]{1,100}$/, { message: 'must be the name of an action' })
  action?: string;

  /** What it was done to. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  subjectId?: string;

  /** Who did it. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID()
  actorId?: string;

  @ApiPropertyOptional({ type: String, name: 'at[gte]', format: 'date-time' })
  @IfGiven()
  @Instant()
  'at[gte]'?: string;

  @ApiPropertyOptional({ type: String, name: 'at[lt]', format: 'date-time' })
  @IfGiven()
  @Instant()
  'at[lt]'?: string;
}
