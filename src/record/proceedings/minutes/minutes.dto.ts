import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { MINUTES_BOOKS, MINUTES_STATUSES, type MinutesBook, type MinutesStatus } from './minutes-words.js';
import type { MinutesRow, MinutesTextRow } from './minutes.repository.js';

export class MinutesMakerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'The clerk' })
  name: string;
}

/** Where the commission approved them. An id that the caller cannot see is null. */
export class MinutesApprovalDto {
  /** When the commission voted for them. */
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** The hearing at which they were approved; often the next one. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  hearingId: string | null;

  /** Of that hearing, which may be a later one than the minutes are of. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sessionId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  motionId: string | null;

  /** What a correction corrects. */
  @ApiProperty({ type: String, nullable: true, example: 'Corrects the vote on item 3.' })
  note: string | null;
}

/** How a draft came to be; told to those who may read drafts, because it tells of them. */
export class MinutesMakingDto {
  /** Counts every version of this book, from 1. */
  @ApiProperty({ type: 'integer', example: 2 })
  version: number;

  /** The version that this one changes. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  basedOn: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'The spelling of a name' })
  reason: string | null;

  /** Made from what was recorded, and not edited since. */
  @ApiProperty()
  generated: boolean;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  /** Told to clerks; null for everybody else. */
  @ApiProperty({ type: MinutesMakerDto, nullable: true })
  madeBy: MinutesMakerDto | null;
}

export class MinutesDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** What was done in the open, or the closed sessions' minute book (Gov. Code 11126.1), which the public never reads. */
  @ApiProperty({ enum: MINUTES_BOOKS })
  book: MinutesBook;

  /** `superseded`: was approved, and was corrected since. */
  @ApiProperty({ enum: MINUTES_STATUSES })
  status: MinutesStatus;

  /** Counts what was approved of this book, from 1; null of a draft. */
  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  edition: number | null;

  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ type: MinutesApprovalDto, nullable: true })
  approval: MinutesApprovalDto | null;

  /** null for whoever may not read drafts. */
  @ApiProperty({ type: MinutesMakingDto, nullable: true })
  making: MinutesMakingDto | null;

  static from(row: MinutesRow, readsDrafts: boolean): MinutesDto {
    return withRevision(filled(new MinutesDto(), row, readsDrafts), row.revision);
  }
}

export class MinutesTextDto extends MinutesDto {
  /** Markdown: headings, lists, paragraphs and bold, nothing else. */
  @ApiProperty({ example: '# Minutes\n\nThe hearing was called to order at 9:02 a.m.' })
  body: string;

  static override from(row: MinutesTextRow, readsDrafts: boolean): MinutesTextDto {
    const dto = filled(new MinutesTextDto(), row, readsDrafts);
    dto.body = row.body;
    return withRevision(dto, row.revision);
  }
}

function filled<T extends MinutesDto>(dto: T, row: MinutesRow, readsDrafts: boolean): T {
  dto.id = row.id;
  dto.book = row.book;
  dto.status = row.status;
  dto.edition = row.edition;
  dto.language = row.language;
  dto.approval = approvalOf(row);
  dto.making = readsDrafts ? makingOf(row) : null;
  return dto;
}

function approvalOf(row: MinutesRow): MinutesApprovalDto | null {
  if (row.approvedAt === null) return null;
  const dto = new MinutesApprovalDto();
  dto.at = row.approvedAt.toISOString();
  dto.hearingId = row.approvedHearingId;
  dto.sessionId = row.approvedSessionId;
  dto.motionId = row.approvedMotionId;
  dto.note = row.approvalNote;
  return dto;
}

function makingOf(row: MinutesRow): MinutesMakingDto {
  const dto = new MinutesMakingDto();
  dto.version = row.version;
  dto.basedOn = row.basedOn;
  dto.reason = row.reason;
  dto.generated = row.generated;
  dto.madeAt = row.createdAt.toISOString();
  dto.madeBy = row.madeByName === null ? null : { id: row.madeById, name: row.madeByName };
  return dto;
}
