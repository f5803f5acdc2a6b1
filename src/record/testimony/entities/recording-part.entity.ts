import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Recording } from './recording.entity.js';

/** One file of a recording. */
@Entity('recording_part')
@Check('recording_part_offset', 'clock_offset >= 0')
@Check('recording_part_duration', 'duration >= 0')
@Unique('recording_part_number', ['recordingId', 'number'])
export class RecordingPart {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'recording_part_pk' })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Recording, { name: 'recording_part_recording', onDelete: 'CASCADE' })
  recordingId: string;

  @Column('integer')
  number: number;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  /** The second of the recording's clock at which it starts. */
  @Column({ type: 'double precision', default: 0 })
  clockOffset: number;

  @Column({ type: 'double precision', nullable: true })
  duration: number | null;
}
