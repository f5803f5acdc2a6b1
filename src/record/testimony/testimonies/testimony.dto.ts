import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUrl, IsUUID, ValidateNested } from 'class-validator';
import { IfGiven, LanguageTag, StorableText, withRevision, Instant } from '#src/foundation/common/index.js';
import { RECORD_STATUSES, type RecordStatus } from '../entities/record-status.js';
import {
  POSITIONS,
  type Position,
  TESTIMONY_FORMS,
  type TestimonyForm,
} from '../entities/testimony.entity.js';
import { Seconds } from '../shared/fields.js';
import type { TestimonyRow } from './testimony.repository.js';

export class PlaceDto {
  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  borough?: string | null;

  @ApiProperty({ type: String, nullable: true, required: false, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  neighborhood?: string | null;
}

/** Where in a recording it was given, in seconds. */
export class TestimonySpanDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'number', format: 'double' })
  start: number;

  @ApiProperty({ type: 'number', format: 'double' })
  end: number;
}

export class TestimonyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  hearingId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  witnessId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId: string | null;

  @ApiProperty({ enum: TESTIMONY_FORMS })
  form: TestimonyForm;

  /** Whose it is, as they gave it. */
  @ApiProperty()
  name: string;

  @ApiProperty({ enum: POSITIONS, nullable: true })
  position: Position | null;

  /** In their own words. */
  @ApiProperty({ type: [String] })
  affiliations: string[];

  @ApiProperty({ type: PlaceDto })
  place: PlaceDto;

  /** BCP 47. */
  @ApiProperty({ example: 'en' })
  language: string;

  @ApiProperty({ enum: RECORD_STATUSES })
  status: RecordStatus;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  /** When it was posted last. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  postedAt: string | null;

  @ApiProperty({ type: TestimonySpanDto, nullable: true })
  recording: TestimonySpanDto | null;

  /** What the source it was taken from notes of it. */
  @ApiProperty({ type: [String] })
  sourceNotes: string[];

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  sourceUrl: string | null;

  static from(row: TestimonyRow): TestimonyDto {
    const dto = new TestimonyDto();
    dto.id = row.id;
    dto.hearingId = row.hearing_id;
    dto.witnessId = row.witness_id;
    dto.agendaItemId = row.agenda_item_id;
    dto.form = row.form;
    dto.name = row.name;
    dto.position = row.position;
    dto.affiliations = row.affiliations;
    dto.place = { borough: row.borough, neighborhood: row.neighborhood };
    dto.language = row.language;
    dto.status = row.status;
    dto.receivedAt = row.received_at.toISOString();
    dto.postedAt = row.posted_at?.toISOString() ?? null;
    dto.recording = spanOf(row);
    dto.sourceNotes = row.source_notes;
    dto.sourceUrl = row.source_url;
    return withRevision(dto, row.revision);
  }
}

function spanOf({
  recording_id: id,
  start_seconds: start,
  end_seconds: end,
}: TestimonyRow): TestimonySpanDto | null {
  return id === null || start === null || end === null ? null : { id, start, end };
}

export class CreateTestimonyDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  hearingId?: string | null;

  @ApiProperty({ enum: TESTIMONY_FORMS })
  @IsIn(TESTIMONY_FORMS)
  form: TestimonyForm;

  /** A witness of the hearing. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  witnessId?: string | null;

  /** Of the hearing. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  agendaItemId?: string | null;

  /** Whose it is, as they gave it. */
  @ApiProperty({ maxLength: 300 })
  @StorableText({ max: 300 })
  name: string;

  @ApiProperty({ enum: POSITIONS, nullable: true, required: false })
  @IsOptional()
  @IsIn(POSITIONS)
  position?: Position | null;

  @ApiPropertyOptional({ type: [String], maxItems: 50 })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @StorableText({ max: 500 }, { each: true })
  affiliations?: string[];

  @ApiPropertyOptional({ type: PlaceDto })
  @IfGiven()
  @ValidateNested()
  @Type(() => PlaceDto)
  place?: PlaceDto;

  @ApiPropertyOptional({ maxLength: 35, example: 'en', default: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;

  /** Now, when it is left out. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IfGiven()
  @Instant()
  receivedAt?: string;

  @ApiPropertyOptional({ type: [String], maxItems: 100 })
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @StorableText({ max: 2000 }, { each: true })
  sourceNotes?: string[];

  @ApiProperty({ type: String, format: 'uri', maxLength: 2000, nullable: true, required: false })
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @StorableText({ max: 2000 })
  sourceUrl?: string | null;
}

export class UpdateTestimonyDto extends PartialType(OmitType(CreateTestimonyDto, ['hearingId', 'form']), {
  skipNullProperties: false,
}) {}

export class SetTestimonyRecordingDto {
  /** A recording of the testimony's hearing. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  recordingId: string;

  @Seconds()
  start: number;

  @Seconds()
  end: number;
}
