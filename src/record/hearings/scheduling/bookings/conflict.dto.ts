import { ApiProperty } from '@nestjs/swagger';
import { HEARING_STATUSES, type HearingStatus } from '../../status/hearing-status.js';
import { isBenchKey, WHOLE_BENCH } from './booking.js';
import { BOOKING_KINDS, type BookingKind } from './booking-kind.js';
import type { AcknowledgedRow, NearSitting } from './bookings.repository.js';
import type { Conflict } from './conflict.js';

export class OtherHearingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: HEARING_STATUSES })
  status: HearingStatus;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endsAt: string | null;

  static from({ hearingId, title, status, startsAt, endsAt }: NearSitting): OtherHearingDto {
    const dto = new OtherHearingDto();
    dto.id = hearingId;
    dto.title = title;
    dto.status = status;
    dto.startsAt = startsAt.toISOString();
    dto.endsAt = endsAt?.toISOString() ?? null;
    return dto;
  }
}

export class AcknowledgedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'The room has a wall that folds away.' })
  reason: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true })
  by: string | null;

  static from({ id, reason, at, by }: AcknowledgedRow): AcknowledgedDto {
    const dto = new AcknowledgedDto();
    dto.id = id;
    dto.reason = reason;
    dto.at = at;
    dto.by = by;
    return dto;
  }
}

export class ConflictDto {
  @ApiProperty({ enum: BOOKING_KINDS })
  kind: BookingKind;

  /** Which room or person; an acknowledgement names it. */
  @ApiProperty({ example: 'Yg1oA3mZ0x8l0GkQ9r2b7w' })
  key: string;

  /** The room, or the name, as this hearing has it; `The whole bench` where neither of the two has a roster. */
  @ApiProperty({ example: 'The Forum, Room 112' })
  subject: string;

  /** From when until when both take it up. A hearing without an end lasts until the end of its local day. */
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  until: string;

  @ApiProperty({ format: 'uuid' })
  hearingId: string;

  @ApiProperty({ type: OtherHearingDto })
  other: OtherHearingDto;

  /** null: nobody has let it stand. Of several acknowledgements the newest. */
  @ApiProperty({ type: AcknowledgedDto, nullable: true })
  acknowledged: AcknowledgedDto | null;

  /** Whether it refuses the notice or the rescheduling of this hearing: the other was noticed, and nobody let it stand. */
  @ApiProperty()
  blocks: boolean;

  static from(hearingId: string, conflict: Conflict): ConflictDto {
    const dto = new ConflictDto();
    dto.kind = conflict.kind;
    dto.key = conflict.key;
    dto.subject = isBenchKey(conflict.key) ? WHOLE_BENCH : conflict.booking.subject;
    dto.from = conflict.from.toISOString();
    dto.until = conflict.until.toISOString();
    dto.hearingId = hearingId;
    dto.other = OtherHearingDto.from(conflict.other);
    dto.acknowledged = conflict.acknowledged && AcknowledgedDto.from(conflict.acknowledged);
    dto.blocks = conflict.blocks;
    return dto;
  }
}

export class ConflictsDto {
  /** In the order of the other hearings' starts. */
  @ApiProperty({ type: [ConflictDto] })
  items: ConflictDto[];
}
