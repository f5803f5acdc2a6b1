import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Hearing } from '../hearing/hearing.entity.js';
import type { HearingStatus } from './hearing-status.js';

/** One step of a hearing's history; never changed. Read by whoever reads the hearing. */
@Entity('hearing_status_change')
@Unique('hearing_status_change_number', ['hearingId', 'number'])
@Index('hearing_status_change_changed_at', ['changedAt', 'id'])
export class HearingStatusChange {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'hearing_status_change_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => Hearing, { name: 'hearing_status_change_hearing', onDelete: 'CASCADE' })
  hearingId: string;

  @Column('integer')
  number: number;

  /** null: it was made. */
  @Column({ type: 'text', nullable: true })
  fromStatus: HearingStatus | null;

  @Column('text')
  toStatus: HearingStatus;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  previousStartsAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  previousEndsAt: Date | null;

  /** Whom somebody told: offices and lists. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  told: string[];

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  changedAt: Date;

  @Column('uuid')
  changedBy: string;
}
