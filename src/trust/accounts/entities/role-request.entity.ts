import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

/** A sensitive role that waits for a second person, or was decided by one. */
@Entity('role_request')
@Index('role_request_open', { synchronize: false })
@Check('role_request_outcome', `outcome in ('confirmed', 'refused', 'withdrawn')`)
@Check(
  'role_request_two',
  `outcome is distinct from 'confirmed' or (decided_by <> asked_by and decided_by <> account_id)`,
)
@Check('role_request_decided', '(outcome is null) = (decided_at is null)')
export class RoleRequest {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'role_request_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => UserAccount, { name: 'role_request_account' })
  accountId: string;

  @Column('text')
  role: string;

  @Column('uuid')
  askedBy: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  askedAt: Date;

  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: 'confirmed' | 'refused' | 'withdrawn' | null;
}
