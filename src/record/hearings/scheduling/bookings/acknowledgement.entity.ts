import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Hearing } from '../../hearing/hearing.entity.js';
import type { BookingKind } from './booking-kind.js';

/** That a clerk knows of a double booking and lets it stand; never changed. Read by clerks alone. */
@Entity('booking_acknowledgement')
@Check('booking_acknowledgement_kind', `kind in ('room', 'commissioner', 'witness', 'interpreter')`)
@Check('booking_acknowledgement_two', 'hearing_id <> other_hearing_id')
@Index('booking_acknowledgement_hearing', ['hearingId', 'acknowledgedAt', 'id'])
@Index('booking_acknowledgement_other', ['otherHearingId'])
export class BookingAcknowledgement {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'booking_acknowledgement_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'booking_acknowledgement_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'booking_acknowledgement_other', onDelete: 'CASCADE' })
  otherHearingId: string;

  @Column('text')
  kind: BookingKind;

  /** Which room or person, as a conflict names it. */
  @Column('text')
  key: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  acknowledgedBy: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  acknowledgedAt: Date;
}
