import { Check, Column, Entity, Index } from 'typeorm';
import { Labelled } from '#src/trust/access/index.js';
import type { HearingStatus } from '../status/hearing-status.js';
import type { HearingKind } from './hearing-kind.js';

/** A sitting of the commission, from the first plan to its approved minutes. */
@Entity('hearing')
@Check(
  'hearing_kind',
  `kind in ('public_hearing', 'regional_summit', 'closed_session', 'stakeholder_interview')`,
)
@Check(
  'hearing_status',
  `status in ('draft', 'noticed', 'in_session', 'recessed', 'adjourned', 'minutes_draft', 'minutes_approved', 'closed', 'postponed', 'rescheduled', 'cancelled')`,
)
@Check('hearing_order', 'ends_at is null or ends_at >= starts_at')
@Index('hearing_starts_at', ['startsAt', 'id'])
@Index('hearing_public', { synchronize: false })
@Index('hearing_updated_at', ['updatedAt', 'id'])
@Index('hearing_booked', { synchronize: false })
@Index('hearing_opened', { synchronize: false })
export class Hearing extends Labelled {
  @Column('text')
  kind: HearingKind;

  @Column('text')
  title: string;

  @Column({ type: 'text', nullable: true })
  description: string | null;

  @Column({ type: 'text', default: 'draft' })
  status: HearingStatus;

  /** When the public was first told; null: never, and the hearing is the desk's. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  noticedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  startsAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endsAt: Date | null;

  /** IANA: deadlines and wall-clock times are reckoned in it. */
  @Column('text')
  timeZone: string;

  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'text', nullable: true })
  venueName: string | null;

  @Column({ type: 'text', nullable: true })
  venueAddress: string | null;

  @Column({ type: 'text', nullable: true })
  venueRoom: string | null;

  @Column({ type: 'text', nullable: true })
  venueAccessibility: string | null;

  @Column({ type: 'text', nullable: true })
  venueParking: string | null;

  /** BCP 47: into which languages it is interpreted. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages: string[];

  /** iCalendar's: the database counts it up whenever what a calendar shows changes. */
  @Column({ type: 'integer', default: 0, insert: false, update: false })
  sequence: number;

  @Column({ type: 'text', nullable: true })
  contentNote: string | null;
}
