import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Min,
} from 'class-validator';
import { IfGiven, ListQuery, SortBy, StorableText, withRevision } from '#src/foundation/common/index.js';
import { SPEAKER_ORDER, type SpeakerRow } from './speaker.repository.js';

/** A voice in a transcript. */
export class SpeakerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** As the source calls the voice; unique in its transcript. */
  @ApiProperty({ example: 'SPEAKER_04' })
  label: string;

  /** null until somebody knows whose voice it is. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  position: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  witnessId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId: string | null;

  /** How many cues are theirs. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  cueCount: number;

  /** How long they speak. */
  @ApiProperty({ type: 'number', format: 'double', minimum: 0 })
  seconds: number;

  static from(row: SpeakerRow): SpeakerDto {
    const dto = new SpeakerDto();
    dto.id = row.id;
    dto.label = row.label;
    dto.name = row.name;
    dto.position = row.position;
    dto.organisation = row.organisation;
    dto.witnessId = row.witness_id;
    dto.personId = row.person_id;
    dto.cueCount = row.cue_count;
    dto.seconds = row.seconds;
    return withRevision(dto, row.revision);
  }
}

const nullableText = { type: String, nullable: true, required: false, maxLength: 300 } as const;
const nullableId = { type: String, format: 'uuid', nullable: true, required: false } as const;

export class IdentifySpeakerDto {
  @ApiProperty(nullableText)
  @IsOptional()
  @StorableText({ max: 300 })
  name?: string | null;

  @ApiProperty(nullableText)
  @IsOptional()
  @StorableText({ max: 300 })
  position?: string | null;

  @ApiProperty(nullableText)
  @IsOptional()
  @StorableText({ max: 300 })
  organisation?: string | null;

  /** A witness of the recording's hearing. */
  @ApiProperty(nullableId)
  @IsOptional()
  @IsUUID()
  witnessId?: string | null;

  @ApiProperty(nullableId)
  @IsOptional()
  @IsUUID()
  personId?: string | null;
}

export class MergeSpeakersDto {
  /** Who stays. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  into: string;

  /** Whose cues become theirs, and who are then gone. */
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 100 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  from: string[];

  @ApiProperty({ maxLength: 2000, example: 'The same voice, before and after the break' })
  @StorableText({ max: 2000 })
  reason: string;
}

export class SplitSpeakerDto {
  /** The first of the cues that are another's. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  from: number;

  /** The last of them. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  to: number;

  /** Of the new speaker. */
  @ApiProperty(nullableText)
  @IsOptional()
  @StorableText({ max: 300 })
  name?: string | null;

  /** Of the new speaker; else made from the old one's. */
  @ApiPropertyOptional({ maxLength: 300 })
  @IfGiven()
  @StorableText({ max: 300 })
  label?: string;

  @ApiProperty({ maxLength: 2000, example: 'Two voices under one label' })
  @StorableText({ max: 2000 })
  reason: string;
}

export class ListSpeakersQuery extends ListQuery {
  @SortBy(SPEAKER_ORDER)
  sort?: string;
}
