import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { RecordStatus } from './record-status.js';
import { Recording } from './recording.entity.js';

export const TESTIMONY_FORMS = ['written', 'recorded', 'oral'] as const;
export type TestimonyForm = (typeof TESTIMONY_FORMS)[number];

export const POSITIONS = ['for', 'against', 'neutral'] as const;
export type Position = (typeof POSITIONS)[number];

/** What one person gave the commission to know: in writing, or as a span of a recording. */
@Entity('testimony')
@Check('testimony_form', `form in ('written', 'recorded', 'oral')`)
@Check('testimony_position', `position in ('for', 'against', 'neutral')`)
@Check('testimony_status', `status in ('received', 'held', 'posted', 'retracted')`)
@Check(
  'testimony_span',
  '(recording_id is null) = (start_seconds is null) and (start_seconds is null) = (end_seconds is null) and (start_seconds is null or (start_seconds >= 0 and end_seconds >= start_seconds))',
)
@Index('testimony_received_at', ['receivedAt', 'id'])
@Index('testimony_public', { synchronize: false })
@Index('testimony_updated_at', ['updatedAt', 'id'])
@Index('testimony_by_hearing', ['hearingId', 'receivedAt', 'id'])
@Index('testimony_by_recording', ['recordingId', 'startSeconds', 'endSeconds'])
@Index('testimony_by_witness', ['witnessId'])
export class Testimony extends Labelled {
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('hearing', { name: 'testimony_hearing' })
  hearingId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('witness', { name: 'testimony_witness' })
  witnessId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('agenda_item', { name: 'testimony_agenda_item' })
  agendaItemId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Recording, { name: 'testimony_recording' })
  recordingId: string | null;

  @Column('text')
  form: TestimonyForm;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  position: Position | null;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  affiliations: string[];

  @Column({ type: 'text', nullable: true })
  borough: string | null;

  @Column({ type: 'text', nullable: true })
  neighborhood: string | null;

  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'text', default: 'received' })
  status: RecordStatus;

  @Column({ type: 'text', nullable: true })
  statusReason: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  receivedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  postedAt: Date | null;

  /** Its span in the recording, in seconds. */
  @Column({ type: 'double precision', nullable: true })
  startSeconds: number | null;

  @Column({ type: 'double precision', nullable: true })
  endSeconds: number | null;

  /** Its place among the testimonies of an import. */
  @Column({ type: 'integer', default: 0 })
  ordinal: number;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  sourceNotes: string[];

  @Column({ type: 'text', nullable: true })
  sourceUrl: string | null;
}
