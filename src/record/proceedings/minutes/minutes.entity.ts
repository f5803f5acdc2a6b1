import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import { Motion } from '../motions/motion.entity.js';
import type { MinutesBook, MinutesStatus } from './minutes-words.js';

/** One version of a hearing's minutes. Its text is never changed: an edit is the next version. */
@Entity('minutes')
@Check('minutes_book', `book in ('open', 'closed')`)
@Check('minutes_status', `status in ('draft', 'approved', 'superseded')`)
@Check(
  'minutes_approval',
  `(status = 'draft') = (edition is null) and (status = 'draft') = (approved_at is null) and (status = 'draft') = (approved_hearing_id is null) and (status = 'draft') = (approved_session_id is null) and (status = 'draft') = (approved_motion_id is null) and (status <> 'draft' or approval_note is null)`,
)
@Check('minutes_closed', `book = 'open' or own_audience <> 'public'`)
@Unique('minutes_version', ['hearingId', 'book', 'version'])
@Unique('minutes_edition', ['hearingId', 'book', 'edition'])
@Unique('minutes_motion', ['approvedMotionId'])
@Index('minutes_hearing', ['hearingId', 'createdAt', 'id'])
export class Minutes extends Labelled {
  @Column('uuid')
  hearingId: string;

  /** What was done in the open, or the closed sessions' minute book. */
  @Column('text')
  book: MinutesBook;

  /** Counts drafts too, and so is told to nobody who may not see them. */
  @Column('integer')
  version: number;

  @Column({ type: 'text', default: 'draft' })
  status: MinutesStatus;

  /** A subset of Markdown: headings, lists, paragraphs, bold. */
  @Column('text')
  body: string;

  @Column('text')
  language: string;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'boolean', default: false })
  generated: boolean;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Minutes, { name: 'minutes_based_on' })
  basedOn: string | null;

  @Column('uuid')
  madeBy: string;

  /** Counts what was approved, from 1. */
  @Column({ type: 'integer', nullable: true })
  edition: number | null;

  /** When it was voted on. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  approvedHearingId: string | null;

  @Column({ type: 'uuid', nullable: true })
  approvedSessionId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => Motion, { name: 'minutes_approved_motion' })
  approvedMotionId: string | null;

  /** What a correction corrects; read by whoever reads the minutes. */
  @Column({ type: 'text', nullable: true })
  approvalNote: string | null;
}
