import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import type { AcknowledgementRow } from './acknowledgement.repository.js';
import { BOOKING_KINDS, type BookingKind } from './booking-kind.js';

export class ConflictAcknowledgementDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: BOOKING_KINDS })
  kind: BookingKind;

  @ApiProperty({ example: 'Yg1oA3mZ0x8l0GkQ9r2b7w' })
  key: string;

  @ApiProperty({ format: 'uuid' })
  otherHearingId: string;

  @ApiProperty({ example: 'The room has a wall that folds away.' })
  reason: string;

  @ApiProperty({ format: 'date-time' })
  acknowledgedAt: string;

  @ApiProperty({ type: String, nullable: true })
  acknowledgedBy: string | null;

  static from(row: AcknowledgementRow): ConflictAcknowledgementDto {
    const dto = new ConflictAcknowledgementDto();
    dto.id = row.id;
    dto.kind = row.kind;
    dto.key = row.key;
    dto.otherHearingId = row.otherHearingId;
    dto.reason = row.reason;
    dto.acknowledgedAt = row.acknowledgedAt.toISOString();
    dto.acknowledgedBy = row.acknowledgedBy;
    return withRevision(dto, row.id);
  }
}

export class AcknowledgeConflictDto {
  @ApiProperty({ enum: BOOKING_KINDS })
  @IsIn(BOOKING_KINDS)
  kind: BookingKind;

  /** Of the conflict, as the list or the refusal `DOUBLE_BOOKED` tells it. */
  @ApiProperty({ example: 'Yg1oA3mZ0x8l0GkQ9r2b7w' })
  @Matches(/^[\w-]{22}$/, { message: 'must be the key of a conflict' })
  key: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  otherHearingId: string;

  @ApiProperty({ maxLength: 2_000, example: 'The room has a wall that folds away.' })
  @StorableText({ max: 2_000 })
  reason: string;
}

export class ListConflictAcknowledgementsQuery extends ListQuery {}
