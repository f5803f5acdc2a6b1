import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

/** Stands in for a lost second factor, once. */
@Entity('recovery_code')
@Unique('recovery_code_hash', ['accountId', 'secretHash'])
export class RecoveryCode {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'recovery_code_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => UserAccount, { name: 'recovery_code_account' })
  accountId: string;

  @Column({ type: 'bytea', select: false })
  secretHash: Buffer;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
