import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '#src/foundation/common/index.js';
import type { CueState } from '../entities/cue-edit.entity.js';
import type { CueEditRow } from './cue-edit.repository.js';

export class CueStateDto {
  @ApiProperty({ type: 'number', format: 'double' })
  start: number;

  @ApiProperty({ type: 'number', format: 'double' })
  end: number;

  @ApiProperty()
  text: string;

  /** May name a speaker that has been merged into another since. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  speakerId: string | null;

  /** The speaker's label at that time. */
  @ApiProperty({ type: String, nullable: true })
  speaker: string | null;

  static from({ start, end, text, speakerId, speaker }: CueState): CueStateDto {
    return Object.assign(new CueStateDto(), { start, end, text, speakerId, speaker });
  }
}

export class EditorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['person', 'machine'] })
  kind: 'person' | 'machine';

  @ApiProperty()
  name: string;
}

/** One change of a cue: who, when, why, and what it said before. */
export class CueEditDto {
  /** Edits are counted by transcript. */
  @ApiProperty({ type: 'integer', minimum: 1 })
  edit: number;

  @ApiProperty()
  reason: string;

  @ApiProperty()
  before: CueStateDto;

  @ApiProperty()
  after: CueStateDto;

  @ApiProperty()
  editedBy: EditorDto;

  @ApiProperty({ format: 'date-time' })
  editedAt: string;

  static from(row: CueEditRow): CueEditDto {
    const dto = new CueEditDto();
    dto.edit = row.edit;
    dto.reason = row.reason;
    dto.before = CueStateDto.from(row.before);
    dto.after = CueStateDto.from(row.after);
    dto.editedBy = { id: row.actor_id, kind: row.actor_kind, name: row.actor_name };
    dto.editedAt = row.edited_at.toISOString();
    return dto;
  }
}

export class ListCueEditsQuery extends ListQuery {}
