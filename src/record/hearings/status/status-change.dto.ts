import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import {
  IfGiven,
  Instant,
  ListQuery,
  NullableText,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { NoticeExceptionDto } from '../notice/notice-exception.dto.js';
import { HEARING_STATUSES, type HearingStatus } from './hearing-status.js';
import type { StatusChangeRow } from './status-change.repository.js';

export class ChangedByDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class HearingStatusChangeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** From 1 on, without a gap. */
  @ApiProperty({ type: 'integer' })
  number: number;

  /** null: the hearing was made. */
  @ApiProperty({ enum: HEARING_STATUSES, nullable: true })
  from: HearingStatus | null;

  @ApiProperty({ enum: HEARING_STATUSES })
  to: HearingStatus;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** When it was to start before it was rescheduled. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  previousStartsAt: string | null;

  /** When it was to end before it was rescheduled. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  previousEndsAt: string | null;

  /** Whom somebody told of it. */
  @ApiProperty({ type: [String], example: ['All members', 'Everybody who asked for notices'] })
  told: string[];

  @ApiProperty({ format: 'date-time' })
  changedAt: string;

  /** Told to clerks; null for everybody else. */
  @ApiProperty({ type: ChangedByDto, nullable: true })
  changedBy: ChangedByDto | null;

  static from(row: StatusChangeRow): HearingStatusChangeDto {
    const dto = new HearingStatusChangeDto();
    dto.id = row.id;
    dto.number = row.number;
    dto.from = row.from;
    dto.to = row.to;
    dto.reason = row.reason;
    dto.previousStartsAt = row.previousStartsAt?.toISOString() ?? null;
    dto.previousEndsAt = row.previousEndsAt?.toISOString() ?? null;
    dto.told = row.told;
    dto.changedAt = row.changedAt.toISOString();
    dto.changedBy = row.actorName === null ? null : { id: row.actorId, name: row.actorName };
    return withRevision(dto, row.id);
  }
}

export class ChangeHearingStatusDto {
  @ApiProperty({ enum: HEARING_STATUSES })
  @IsIn(HEARING_STATUSES)
  to: HearingStatus;

  /** What you believe the hearing to be; 409 `HEARING_STATUS_MOVED` if it no longer is. */
  @ApiPropertyOptional({ enum: HEARING_STATUSES })
  @IfGiven()
  @IsIn(HEARING_STATUSES)
  from?: HearingStatus;

  /** Required for postponed, rescheduled and cancelled. Everybody who sees the hearing reads it. */
  @NullableText(2_000)
  reason?: string | null;

  /** The new start; required for rescheduled, refused for others. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  startsAt?: string | null;

  /** The new end of a rescheduled hearing; without it the hearing is as long as before. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  endsAt?: string | null;

  /** Whom you told, or tell: offices and lists rather than names. Everybody who sees the hearing reads it. */
  @ApiPropertyOptional({ type: [String], maxItems: 50, example: ['All members', 'Everybody who asked'] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @StorableText({ max: 200 }, { each: true })
  told?: string[];

  /** Lets a late notice, rescheduling or resumption stand; refused where none is late. */
  @ApiPropertyOptional({ type: NoticeExceptionDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => NoticeExceptionDto)
  exception?: NoticeExceptionDto;
}

export class ListStatusChangesQuery extends ListQuery {}
