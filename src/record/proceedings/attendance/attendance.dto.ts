import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import type { Member } from '../quorum/sitting.js';
import { ATTENDANCE_MODES, type AttendanceMode } from './attendance-mode.js';
import { revisionOfStays } from './attendance.policy.js';
import { inOrder, type Stay } from './presence.js';

export class PresenceDto {
  @ApiProperty({ format: 'date-time', example: '2016-03-24T16:02:00.000Z' })
  arrivedAt: string;

  /** null: still there, or until the hearing was adjourned. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leftAt: string | null;

  @ApiProperty({ enum: ATTENDANCE_MODES })
  mode: AttendanceMode;

  /** From where they take part. */
  @ApiProperty({ type: String, nullable: true, example: 'County library, Eureka' })
  place: string | null;

  /** For clerks; null for everybody else. */
  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  static from(stay: Stay): PresenceDto {
    const dto = new PresenceDto();
    dto.arrivedAt = stay.arrivedAt.toISOString();
    dto.leftAt = stay.leftAt?.toISOString() ?? null;
    dto.mode = stay.mode;
    dto.place = stay.place;
    dto.note = stay.note;
    return dto;
  }
}

/** One person's part of a hearing's roll. It is there from the first, empty; its ETag is what a change names. */
export class AttendanceEntryDto {
  /** The person. */
  @ApiProperty({ format: 'uuid' })
  commissionerId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ enum: ['member', 'chair', 'vice_chair'] })
  role: Member['role'];

  /** Whether they act in that office or seat. */
  @ApiProperty()
  acting: boolean;

  /** In the order of their coming. */
  @ApiProperty({ type: [PresenceDto] })
  presences: PresenceDto[];

  static from(member: Member, stays: readonly Stay[]): AttendanceEntryDto {
    return fill(new AttendanceEntryDto(), member, stays);
  }
}

/** What a write makes known besides what it wrote. */
export class AttendanceWarningDto {
  @ApiProperty({ enum: ['QUORUM_LOST'] })
  code: 'QUORUM_LOST';

  /** From when on there is no quorum, in the middle of a session. */
  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class RecordedAttendanceDto extends AttendanceEntryDto {
  /** What the change led to that was not so before. */
  @ApiProperty({ type: [AttendanceWarningDto] })
  warnings: AttendanceWarningDto[];

  static with(
    entry: { member: Member; stays: readonly Stay[] },
    lostAt: readonly number[],
  ): RecordedAttendanceDto {
    const dto = fill(new RecordedAttendanceDto(), entry.member, entry.stays);
    dto.warnings = lostAt.map(quorumLost);
    return dto;
  }
}

/** Those whom a request wrote about, each as the roll has them now. */
export class RecordedArrivalsDto {
  @ApiProperty({ format: 'uuid' })
  hearingId: string;

  /** Everybody who was named, there already or not; the chair first, then by name. */
  @ApiProperty({ type: [AttendanceEntryDto] })
  entries: AttendanceEntryDto[];

  /** What the change led to that was not so before. */
  @ApiProperty({ type: [AttendanceWarningDto] })
  warnings: AttendanceWarningDto[];

  static from(
    hearingId: string,
    entries: AttendanceEntryDto[],
    lostAt: readonly number[],
  ): RecordedArrivalsDto {
    const dto = new RecordedArrivalsDto();
    dto.hearingId = hearingId;
    dto.entries = entries;
    dto.warnings = lostAt.map(quorumLost);
    return dto;
  }
}

export class AttendanceRollDto {
  @ApiProperty({ format: 'uuid' })
  hearingId: string;

  /** Everybody who has a seat on the hearing's days, or was there; the chair first, then by name. */
  @ApiProperty({ type: [AttendanceEntryDto] })
  entries: AttendanceEntryDto[];

  static from(hearingId: string, entries: AttendanceEntryDto[]): AttendanceRollDto {
    const dto = new AttendanceRollDto();
    dto.hearingId = hearingId;
    dto.entries = entries;
    return dto;
  }
}

function quorumLost(at: number): AttendanceWarningDto {
  return { code: 'QUORUM_LOST', at: new Date(at).toISOString() };
}

function fill<T extends AttendanceEntryDto>(dto: T, member: Member, stays: readonly Stay[]): T {
  dto.commissionerId = member.personId;
  dto.name = member.name;
  dto.role = member.role;
  dto.acting = member.acting;
  dto.presences = inOrder(stays).map((stay) => PresenceDto.from(stay));
  return withRevision(dto, revisionOfStays(stays));
}
