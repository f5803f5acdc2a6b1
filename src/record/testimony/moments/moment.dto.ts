import { ApiProperty } from '@nestjs/swagger';
import { CueDto } from '../cues/cue.dto.js';
import type { CueRow } from '../cues/cue.repository.js';
import { POSITIONS, type Position } from '../entities/testimony.entity.js';
import { API } from '../shared/operations.js';
import type { MomentRow, MomentSpeaker, MomentTestimony } from './moment.repository.js';

export class MomentSpeakerDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  label: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  position: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;

  static from({ id, label, name, position, organisation }: MomentSpeaker): MomentSpeakerDto {
    return Object.assign(new MomentSpeakerDto(), { id, label, name, position, organisation });
  }
}

export class MomentTestimonyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: POSITIONS, nullable: true })
  position: Position | null;

  @ApiProperty({ type: 'number', format: 'double' })
  start: number;

  @ApiProperty({ type: 'number', format: 'double' })
  end: number;

  static from({ id, name, position, start, end }: MomentTestimony): MomentTestimonyDto {
    return Object.assign(new MomentTestimonyDto(), { id, name, position, start, end });
  }
}

export class MomentLinksDto {
  /** Of this answer. */
  @ApiProperty({ example: '/api/v1/recordings/4f0c2f6e-6b0e-4b8e-9f5e-0d1b7a1c2d3e/moments/61.5' })
  self: string;

  /** What a page that shows the recording is given to begin there. */
  @ApiProperty({ example: '?t=61.5' })
  page: string;
}

/** One second of a recording, and what is said in it. */
export class MomentDto {
  @ApiProperty({ format: 'uuid' })
  recordingId: string;

  @ApiProperty({ type: 'number', format: 'double' })
  seconds: number;

  /** The transcript it is read from; null when there is none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  transcriptId: string | null;

  /** What is being said, else what was said last; null before the first words. */
  @ApiProperty({ type: CueDto, nullable: true })
  cue: CueDto | null;

  /** Who says it, where it is known. */
  @ApiProperty({ type: MomentSpeakerDto, nullable: true })
  speaker: MomentSpeakerDto | null;

  /** All whose span holds this second: spans may overlap. */
  @ApiProperty({ type: [MomentTestimonyDto] })
  testimonies: MomentTestimonyDto[];

  /** The two cues before. */
  @ApiProperty({ type: [CueDto] })
  before: CueDto[];

  /** The two cues after. */
  @ApiProperty({ type: [CueDto] })
  after: CueDto[];

  @ApiProperty()
  links: MomentLinksDto;

  static from(row: MomentRow, seconds: number): MomentDto {
    const dto = new MomentDto();
    const cues = (rows: CueRow[]) => rows.map((cue) => CueDto.from(cue));
    dto.recordingId = row.recording_id;
    dto.seconds = seconds;
    dto.transcriptId = row.transcript_id;
    dto.cue = row.cue && CueDto.from(row.cue);
    dto.speaker = row.speaker && MomentSpeakerDto.from(row.speaker);
    dto.testimonies = row.testimonies.map((testimony) => MomentTestimonyDto.from(testimony));
    dto.before = cues(row.before);
    dto.after = cues(row.after);
    dto.links = { self: `${API}/recordings/${row.recording_id}/moments/${seconds}`, page: `?t=${seconds}` };
    return dto;
  }
}
