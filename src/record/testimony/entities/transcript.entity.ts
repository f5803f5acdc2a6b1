import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { RecordStatus } from './record-status.js';
import { Recording } from './recording.entity.js';

export const TRANSCRIPT_KINDS = ['machine', 'corrected'] as const;
export type TranscriptKind = (typeof TRANSCRIPT_KINDS)[number];

/** The words of a recording in one language. `machine` is what came in; what is changed is derived from it. */
@Entity('transcript')
@Check('transcript_kind', `kind in ('machine', 'corrected')`)
@Check('transcript_status', `status in ('received', 'held', 'posted', 'retracted')`)
@Check('transcript_lineage', `(kind = 'machine') = (derived_from is null)`)
@Index('transcript_by_recording', ['recordingId', 'id'])
@Index('transcript_current', { synchronize: false })
export class Transcript extends Labelled {
  @Column('uuid')
  @ForeignKey(() => Recording, { name: 'transcript_recording' })
  recordingId: string;

  @Column('text')
  kind: TranscriptKind;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Transcript, { name: 'transcript_derived_from' })
  derivedFrom: string | null;

  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'text', default: 'received' })
  status: RecordStatus;

  @Column({ type: 'text', nullable: true })
  statusReason: string | null;

  /** Of the transcripts of a recording in one language, the one that is read and searched. */
  @Column({ type: 'boolean', default: true })
  current: boolean;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'integer', default: 0 })
  cueCount: number;

  /** No cue is longer, in seconds: how far back from a moment one that still lasts can have begun. */
  @Column({ type: 'double precision', default: 0 })
  longestCue: number;

  /** Edits are numbered by transcript; each cue keeps the number of its last one. */
  @Column({ type: 'integer', default: 0 })
  lastEdit: number;

  @Column('uuid')
  @ForeignKey('actor', { name: 'transcript_actor' })
  madeBy: string;
}
