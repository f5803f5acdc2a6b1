import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import {
  IfGiven,
  LanguageTag,
  ListQuery,
  SortBy,
  StorableText,
  withRevision,
  Instant,
} from '#src/foundation/common/index.js';
import { RECORD_STATUSES, type RecordStatus } from '../entities/record-status.js';
import { Seconds } from '../shared/fields.js';
import { RECORDING_ORDER, type RecordingRow } from './recording.repository.js';

export class RecordingPartDto {
  /** Its place among the parts, from 1. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1000 })
  @IsInt()
  @Min(1)
  @Max(1000)
  number: number;

  @ApiProperty({ type: String, nullable: true, required: false })
  @IsOptional()
  @StorableText({ max: 300 })
  title?: string | null;

  /** The second of the recording's clock at which this part starts. */
  @Seconds()
  clockOffset: number;

  /** In seconds. */
  @ApiProperty({ type: 'number', format: 'double', nullable: true, required: false })
  @IsOptional()
  @Seconds()
  duration?: number | null;
}

export class RecordingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  hearingId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sessionId: string | null;

  @ApiProperty({ example: 'Whole hearing' })
  title: string;

  /** When second 0 was. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  recordedAt: string | null;

  /** In seconds. */
  @ApiProperty({ type: 'number', format: 'double', nullable: true, example: 54_000.5 })
  duration: number | null;

  /** BCP 47. */
  @ApiProperty({ example: 'en' })
  language: string;

  /** What to know before listening. */
  @ApiProperty({ type: String, nullable: true })
  contentNote: string | null;

  @ApiProperty({ enum: RECORD_STATUSES })
  status: RecordStatus;

  @ApiProperty({ type: [RecordingPartDto] })
  parts: RecordingPartDto[];

  static from(row: RecordingRow): RecordingDto {
    const dto = new RecordingDto();
    dto.id = row.id;
    dto.hearingId = row.hearing_id;
    dto.sessionId = row.session_id;
    dto.title = row.title;
    dto.recordedAt = row.recorded_at?.toISOString() ?? null;
    dto.duration = row.duration;
    dto.language = row.language;
    dto.contentNote = row.content_note;
    dto.status = row.status;
    dto.parts = row.parts.map(({ number, title, clockOffset, duration }) => ({
      number,
      title,
      clockOffset,
      duration,
    }));
    return withRevision(dto, row.revision);
  }
}

export class CreateRecordingDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  hearingId: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  sessionId?: string | null;

  @ApiProperty({ maxLength: 300, example: 'Whole hearing' })
  @StorableText({ max: 300 })
  title: string;

  /** When second 0 was. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, required: false })
  @IsOptional()
  @Instant()
  recordedAt?: string | null;

  /** In seconds. */
  @ApiProperty({ type: 'number', format: 'double', nullable: true, required: false })
  @IsOptional()
  @Seconds()
  duration?: number | null;

  @ApiPropertyOptional({ maxLength: 35, example: 'en', default: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;

  @ApiProperty({ type: String, maxLength: 2000, nullable: true, required: false })
  @IsOptional()
  @StorableText({ max: 2000 })
  contentNote?: string | null;

  /** All of them, in the place of those before. */
  @ApiPropertyOptional({ type: [RecordingPartDto] })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => RecordingPartDto)
  parts?: RecordingPartDto[];
}

export class UpdateRecordingDto extends PartialType(OmitType(CreateRecordingDto, ['hearingId']), {
  skipNullProperties: false,
}) {}

export class ListRecordingsQuery extends ListQuery {
  /** Only those of this hearing. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  hearing?: string;

  @SortBy(RECORDING_ORDER)
  sort?: string;
}
