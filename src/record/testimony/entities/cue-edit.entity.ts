import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Cue } from './cue.entity.js';

/** A cue as it stood, in words that outlive a speaker's row. */
export interface CueState {
  start: number;
  end: number;
  text: string;
  speakerId: string | null;
  /** The speaker's label. */
  speaker: string | null;
}

/** Who changed a cue, why, and what it said before. Never changed itself. */
@Entity('cue_edit')
@ForeignKey(() => Cue, ['transcriptId', 'cueNumber'], ['transcriptId', 'number'], {
  name: 'cue_edit_cue',
  onDelete: 'CASCADE',
})
export class CueEdit {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cue_edit_pk' })
  transcriptId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cue_edit_pk' })
  cueNumber: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'cue_edit_pk' })
  edit: number;

  @Column('text')
  reason: string;

  @Column('jsonb')
  before: CueState;

  @Column('jsonb')
  after: CueState;

  @Column('uuid')
  @ForeignKey('actor', { name: 'cue_edit_actor' })
  editedBy: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  editedAt: Date;
}
