import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Speaker } from './speaker.entity.js';
import { Transcript } from './transcript.entity.js';

/** One thing said. Cues are numbered from 0 in the order in which they start. */
@Entity('cue')
@Check('cue_order', 'start_seconds >= 0 and end_seconds >= start_seconds')
@Index('cue_start', ['transcriptId', 'startSeconds', 'number'])
@Index('cue_by_speaker', ['speakerId'])
export class Cue {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cue_pk' })
  @ForeignKey(() => Transcript, { name: 'cue_transcript', onDelete: 'CASCADE' })
  transcriptId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cue_pk' })
  number: number;

  @Column('double precision')
  startSeconds: number;

  @Column('double precision')
  endSeconds: number;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Speaker, { name: 'cue_speaker' })
  speakerId: string | null;

  @Column('text')
  text: string;

  /** The number of its last edit, 0 when it is as it came. */
  @Column({ type: 'integer', default: 0 })
  edit: number;
}
