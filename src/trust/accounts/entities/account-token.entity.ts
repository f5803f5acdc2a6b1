import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

export const TOKEN_PURPOSES = ['invitation', 'reset'] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** A link that was mailed: it sets a password, once. */
@Entity('account_token')
@Unique('account_token_hash', ['secretHash'])
@Index('account_token_account', ['accountId'])
@Check('account_token_purpose', `purpose in ('invitation', 'reset')`)
export class AccountToken {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'account_token_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => UserAccount, { name: 'account_token_account' })
  accountId: string;

  @Column('text')
  purpose: TokenPurpose;

  /** SHA-256 of 256 random bits; the secret itself is in the mail alone. */
  @Column({ type: 'bytea', select: false })
  secretHash: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt: Date | null;

  @Column('uuid')
  createdBy: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
