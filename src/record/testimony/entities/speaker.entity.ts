import { Column, Entity, ForeignKey, Generated, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Transcript } from './transcript.entity.js';

/** A voice in a transcript; `name` is null until somebody knows whose it is. */
@Entity('speaker')
@Unique('speaker_label', ['transcriptId', 'label'])
export class Speaker {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'speaker_pk' })
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
  @ForeignKey('witness', { name: 'speaker_witness', onDelete: 'SET NULL' })
  witnessId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('person', { name: 'speaker_person' })
  personId: string | null;

  @Column('uuid')
  @Generated('uuid')
  revision: string;
}
