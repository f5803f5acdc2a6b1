import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Hearing } from '../hearing/hearing.entity.js';
import { HearingPart } from '../parts/hearing-part.entity.js';
import { HearingPlace } from '../scheduling/places/place.entity.js';

/** A part of the day: morning, afternoon, a closed hour between. */
@Entity('hearing_session')
@Check('hearing_session_order', 'adjourned_at is null or adjourned_at >= opened_at')
@Check('hearing_session_plan', 'ends_at is null or ends_at >= starts_at')
@Index('hearing_session_hearing', ['hearingId', 'ordinal', 'id'])
export class HearingSession extends HearingPart {
  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_session_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('integer')
  ordinal: number;

  @Column('text')
  name: string;

  @Column({ type: 'boolean', default: false })
  closed: boolean;

  /** The law that lets it be closed. */
  @Column({ type: 'text', nullable: true })
  authority: string | null;

  /** As planned. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  startsAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endsAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  openedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  adjournedAt: Date | null;

  /** What was told of a closed session afterwards. */
  @Column({ type: 'text', nullable: true })
  reportedOut: string | null;

  /** Where it is held; null: where the hearing is. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => HearingPlace, { name: 'hearing_session_place', onDelete: 'SET NULL' })
  placeId: string | null;
}
