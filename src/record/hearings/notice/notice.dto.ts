import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { LEGAL_PROFILES, type LegalProfile } from '#src/record/commission/index.js';
import { MEETING_CALLS, type MeetingCall } from './clock/notice-profile.js';
import { NoticeExceptionDto } from './notice-exception.dto.js';
import { NoticeVoteDto } from './notice-input.dto.js';
import { NOTICE_KINDS, type NoticeKind } from './notice-kind.js';
import type { NoticeRow, WholeNoticeRow } from './notice.repository.js';

export class NoticedItemDto {
  /** null: withheld, a closed session. */
  @ApiProperty({ type: String, nullable: true, example: 'Placement of children after recovery' })
  title: string | null;

  /** What it is about; null too where the item is withheld. */
  @ApiProperty({ type: String, nullable: true, example: 'How the agencies share what they know of a child.' })
  description: string | null;

  @ApiProperty()
  closed: boolean;

  /** The law that lets it be closed. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  authority: string | null;

  /** Taken together with the others of its kind. */
  @ApiProperty()
  consent: boolean;
}

export class NoticeWarningDto {
  @ApiProperty({ example: 'AGENDA_ITEM_LONG' })
  code: string;

  /** Into what was noticed. */
  @ApiProperty({ example: '/agenda/0/title' })
  pointer: string;

  @ApiProperty({ example: 'An item is described in about 20 words (Gov. Code 11125(b)); this has 34.' })
  detail: string;
}

export class NoticeGiverDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}

export class HearingNoticeDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** From 1 on, without a gap. */
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: NOTICE_KINDS, example: 'regular' })
  kind: NoticeKind;

  /** How the hearing was called. */
  @ApiProperty({ enum: MEETING_CALLS, example: 'regular' })
  call: MeetingCall;

  /** The law under which it was given. */
  @ApiProperty({ enum: LEGAL_PROFILES, example: 'bagley_keene' })
  profile: LegalProfile;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;

  /** The start that it told. */
  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  /** The last moment at which it was in time; null: no clock ran. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2015-10-20T06:59:59.999Z' })
  dueAt: string | null;

  /** It came after that, and stands under its exception. */
  @ApiProperty()
  late: boolean;

  /** The law that set the deadline. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11125(a)' })
  citation: string | null;

  @ApiProperty({ type: String, nullable: true })
  finding: string | null;

  @ApiProperty({ type: NoticeVoteDto, nullable: true })
  vote: NoticeVoteDto | null;

  @ApiProperty({ type: NoticeExceptionDto, nullable: true })
  exception: NoticeExceptionDto | null;

  /** Whom somebody told of it. */
  @ApiProperty({ type: [String], example: ['All members', 'Everybody who asked for notices'] })
  told: string[];

  /** The agenda as it was told. */
  @ApiProperty({ type: [NoticedItemDto] })
  agenda: NoticedItemDto[];

  /** BCP 47: of its words. */
  @ApiProperty({ example: 'en' })
  language: string;

  /** What it was given without, and should not have been; told to clerks, empty for everybody else. */
  @ApiProperty({ type: [NoticeWarningDto] })
  warnings: NoticeWarningDto[];

  /** Told to clerks; null for everybody else. */
  @ApiProperty({ type: NoticeGiverDto, nullable: true })
  givenBy: NoticeGiverDto | null;

  static from(row: NoticeRow, isForClerk: boolean): HearingNoticeDto {
    return withRevision(fill(new HearingNoticeDto(), row, isForClerk), row.id);
  }
}

/** With its words as they were given. */
export class WholeHearingNoticeDto extends HearingNoticeDto {
  @ApiProperty({ example: 'NOTICE OF PUBLIC HEARING' })
  text: string;

  /** A whole page. */
  @ApiProperty({ example: '<!doctype html>' })
  html: string;

  static fromWhole(row: WholeNoticeRow, isForClerk: boolean): WholeHearingNoticeDto {
    const dto = fill(new WholeHearingNoticeDto(), row, isForClerk);
    dto.text = row.text;
    dto.html = row.html;
    return withRevision(dto, row.id);
  }
}

function fill<T extends HearingNoticeDto>(dto: T, row: NoticeRow, isForClerk: boolean): T {
  dto.id = row.id;
  dto.number = row.number;
  dto.kind = row.kind;
  dto.call = row.call;
  dto.profile = row.profile;
  dto.givenAt = row.givenAt.toISOString();
  dto.startsAt = row.startsAt.toISOString();
  dto.dueAt = row.dueAt?.toISOString() ?? null;
  dto.late = row.late;
  dto.citation = row.citation;
  dto.finding = row.finding;
  dto.vote = voteOf(row);
  dto.exception = exceptionOf(row);
  dto.told = row.told;
  dto.agenda = row.agenda.map(({ title, description, closed, authority, consent }) => ({
    title,
    description: description ?? null,
    closed,
    authority,
    consent,
  }));
  dto.language = row.language;
  dto.warnings = isForClerk
    ? row.warnings.map(({ code, pointer, detail }) => ({ code, pointer, detail }))
    : [];
  dto.givenBy = row.giverName === null ? null : { id: row.giverId, name: row.giverName };
  return dto;
}

function voteOf({ ayes, noes, present }: NoticeRow): NoticeVoteDto | null {
  if (ayes === null || noes === null) return null;
  return { ayes, noes, ...(present !== null && { present }) };
}

function exceptionOf({ exceptionCitation, exceptionReason }: NoticeRow): NoticeExceptionDto | null {
  if (exceptionCitation === null || exceptionReason === null) return null;
  return { citation: exceptionCitation, reason: exceptionReason };
}
