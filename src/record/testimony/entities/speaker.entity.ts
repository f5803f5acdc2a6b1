import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Transcript } from './transcript.entity.js';

/** A voice in a transcript; `name` is null until somebody knows whose it is. */
@Entity('speaker')
@Unique('speaker_label', ['transcriptId', 'label'])
export class Speaker {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()', primaryKeyConstraintName: 'speaker_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Transcript, { name: 'speaker_transcript', onDelete: 'CASCADE' })
  transcriptId: string;

  /** As the source calls the voice; unique in its transcript. */
  @Column('text')
  label: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Column({ type: 'text', nullable: true })
  organisation: string | null;

  @Column({ type: 'uuid', nullable: true })
  witnessId: string | null;

  @Column({ type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  revision: string;
}
