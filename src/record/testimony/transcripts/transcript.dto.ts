import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import {
  IfGiven,
  LanguageTag,
  ListQuery,
  SortBy,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { RECORD_STATUSES, type RecordStatus } from '../entities/record-status.js';
import { TRANSCRIPT_KINDS, type TranscriptKind } from '../entities/transcript.entity.js';
import type { FormatProblem, TranscriptFormat } from '../formats/index.js';
import { TRANSCRIPT_ORDER, type TranscriptRow } from './transcript.repository.js';

export const TRANSCRIPT_FORMATS = [
  'vtt',
  'srt',
  'text',
  'json',
] as const satisfies readonly TranscriptFormat[];

export class TranscriptDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  recordingId: string;

  /** `machine` is what came in and stays so; `corrected` is derived from another and may be edited. */
  @ApiProperty({ enum: TRANSCRIPT_KINDS })
  kind: TranscriptKind;

  /** The transcript it was made from. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  derivedFrom: string | null;

  /** BCP 47. */
  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ enum: RECORD_STATUSES })
  status: RecordStatus;

  /** Whether it is the one of its language that is searched and that moments are read from. */
  @ApiProperty()
  current: boolean;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: 'integer', minimum: 0 })
  cueCount: number;

  static from(row: TranscriptRow): TranscriptDto {
    return fill(new TranscriptDto(), row);
  }
}

export class ImportProblemDto {
  /** Of the content, counted from 1; 0 for the whole of it. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  line: number;

  @ApiProperty({ example: 'CUES_REORDERED' })
  code: string;

  @ApiProperty()
  detail: string;
}

export class ImportedTranscriptDto extends TranscriptDto {
  /** What had to be mended to take it. */
  @ApiProperty({ type: [ImportProblemDto] })
  problems: ImportProblemDto[];

  static of(row: TranscriptRow, problems: readonly FormatProblem[]): ImportedTranscriptDto {
    const dto = fill(new ImportedTranscriptDto(), row);
    dto.problems = problems.map(({ line, code, detail }) => ({ line, code, detail }));
    return dto;
  }
}

function fill<T extends TranscriptDto>(dto: T, row: TranscriptRow): T {
  dto.id = row.id;
  dto.recordingId = row.recording_id;
  dto.kind = row.kind;
  dto.derivedFrom = row.derived_from;
  dto.language = row.language;
  dto.status = row.status;
  dto.current = row.current;
  dto.note = row.note;
  dto.cueCount = row.cue_count;
  return withRevision(dto, row.revision);
}

export class TranscriptUploadQuery {
  /** BCP 47; else what the content says, else the recording's. For content that comes as it is, without JSON around it. */
  @ApiPropertyOptional({ maxLength: 35, example: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IfGiven()
  @StorableText({ max: 2000 })
  note?: string;

  /** Takes the place of the transcript that is current in its language; without it only an empty place is taken. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  current?: boolean;
}

export class CreateTranscriptDto extends TranscriptUploadQuery {
  @ApiProperty({ enum: TRANSCRIPT_FORMATS })
  @IsIn(TRANSCRIPT_FORMATS)
  format: TranscriptFormat;

  /** The whole of it, as its file would hold it. */
  @ApiProperty({ example: 'WEBVTT\n\n00:00.000 --> 00:02.500\n<v Chair>Good morning.\n' })
  @StorableText({ max: 33_554_432 })
  content: string;
}

export class DeriveTranscriptDto {
  @ApiProperty({ enum: ['corrected'] })
  @IsIn(['corrected'])
  kind: 'corrected';

  @ApiProperty({ maxLength: 2000, example: 'Names of the speakers, read against the roster' })
  @StorableText({ max: 2000 })
  reason: string;
}

export class GetTranscriptQuery {
  /** The words themselves, whole: WebVTT, SubRip, text for reading, or JSON. Without it, what `Accept` prefers. */
  @ApiPropertyOptional({ enum: TRANSCRIPT_FORMATS })
  @IsOptional()
  @IsIn(TRANSCRIPT_FORMATS)
  format?: TranscriptFormat;
}

export class ListTranscriptsQuery extends ListQuery {
  @SortBy(TRANSCRIPT_ORDER)
  sort?: string;
}
