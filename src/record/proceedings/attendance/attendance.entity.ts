import { Check, Column, Entity, Exclusion, Index, PrimaryColumn } from 'typeorm';
import type { AttendanceMode } from './attendance-mode.js';

/** A commissioner is at a hearing from a moment on and before another. Read by whoever reads the hearing. */
@Entity('attendance')
@Check('attendance_mode', `mode in ('in_person', 'remote')`)
@Check('attendance_order', 'left_at > arrived_at')
@Check('attendance_remote_place', `mode <> 'remote' or place is not null`)
@Exclusion(
  'attendance_once',
  'using gist (hearing_id access.gist_uuid_ops with =, person_id access.gist_uuid_ops with =, tstzrange(arrived_at, left_at) with &&)',
)
@Index('attendance_of_hearing', ['hearingId', 'personId', 'arrivedAt'])
@Index('attendance_of_person', ['personId'])
export class Attendance {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()', primaryKeyConstraintName: 'attendance_pk' })
  id: string;

  @Column('uuid')
  hearingId: string;

  @Column('uuid')
  personId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  arrivedAt: Date;

  /** null: still there, or until the hearing was adjourned. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leftAt: Date | null;

  @Column({ type: 'text', default: 'in_person' })
  mode: AttendanceMode;

  /** From where they take part; who takes part remotely says so. */
  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
