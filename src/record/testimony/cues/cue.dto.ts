import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { IfGiven, ListQuery, SortBy, StorableText, withRevision } from '#src/foundation/common/index.js';
import { Seconds, SecondsParam } from '../shared/fields.js';
import { CUE_ORDER, type CueRow } from './cue.repository.js';
import { cueRevision } from './cue-revision.js';

/** One thing said; times in seconds of the recording. */
export class CueDto {
  /** From 0, in the order in which cues start. */
  @ApiProperty({ type: 'integer', minimum: 0 })
  number: number;

  @ApiProperty({ type: 'number', format: 'double', minimum: 0, example: 61.5 })
  start: number;

  @ApiProperty({ type: 'number', format: 'double', minimum: 0, example: 64.25 })
  end: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  speakerId: string | null;

  @ApiProperty({ example: 'Good morning.' })
  text: string;

  static from(row: CueRow): CueDto {
    const dto = new CueDto();
    dto.number = row.number;
    dto.start = row.start;
    dto.end = row.end;
    dto.speakerId = row.speaker_id;
    dto.text = row.text;
    return dto;
  }

  /** With the revision that an edit must name. */
  static tagged(transcriptId: string, row: CueRow): CueDto {
    return withRevision(CueDto.from(row), cueRevision(transcriptId, row.number, row.edit));
  }
}

export class UpdateCueDto {
  @ApiPropertyOptional({ maxLength: 50_000 })
  @IfGiven()
  @StorableText({ max: 50_000 })
  text?: string;

  /** null: nobody known. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  speakerId?: string | null;

  @IfGiven()
  @Seconds()
  start?: number;

  @IfGiven()
  @Seconds()
  end?: number;

  @ApiProperty({ maxLength: 2000, example: 'Misheard' })
  @StorableText({ max: 2000 })
  reason: string;
}

export class ListCuesQuery extends ListQuery {
  /** Only what is still said after this second. */
  @SecondsParam()
  from?: number;

  /** Only what begins before this second. */
  @SecondsParam()
  to?: number;

  /** Only what this speaker says. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  speaker?: string;

  @SortBy(CUE_ORDER)
  sort?: string;
}
