import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { RecordStatus } from './record-status.js';

/** What was recorded of a hearing, on one clock that starts at second 0; its bytes may lie in several parts. */
@Entity('recording')
@Check('recording_duration', 'duration >= 0')
@Check('recording_status', `status in ('received', 'held', 'posted', 'retracted')`)
@Index('recording_by_hearing', ['hearingId', 'id'])
export class Recording extends Labelled {
  @Column('uuid')
  @ForeignKey('hearing', { name: 'recording_hearing' })
  hearingId: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('hearing_session', { name: 'recording_session' })
  sessionId: string | null;

  @Column('text')
  title: string;

  /** When second 0 was. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  recordedAt: Date | null;

  /** In seconds. */
  @Column({ type: 'double precision', nullable: true })
  duration: number | null;

  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'text', nullable: true })
  contentNote: string | null;

  @Column({ type: 'text', default: 'received' })
  status: RecordStatus;

  @Column({ type: 'text', nullable: true })
  statusReason: string | null;
}
