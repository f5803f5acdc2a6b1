import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

export const FACTOR_KINDS = ['totp', 'passkey'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** What somebody has besides a password: an app that makes codes (RFC 6238), or a passkey (WebAuthn). */
@Entity('account_factor')
@Unique('account_factor_credential', ['credentialId'])
@Index('account_factor_account', ['accountId'])
@Check('account_factor_kind', `kind in ('totp', 'passkey')`)
@Check(
  'account_factor_shape',
  `case kind when 'totp' then secret is not null and credential_id is null else secret is null and (confirmed_at is null or credential_id is not null and public_key is not null and sign_count is not null) end`,
)
export class AccountFactor {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'account_factor_pk',
  })
  id: string;

  @Column('uuid')
  @ForeignKey(() => UserAccount, { name: 'account_factor_account' })
  accountId: string;

  @Column('text')
  kind: FactorKind;

  /** Its owner's word for it. */
  @Column('text')
  name: string;

  /** TOTP: the shared secret, encrypted under a key that is not in the database. */
  @Column({ type: 'bytea', nullable: true, select: false })
  secret: Buffer | null;

  /** TOTP: the last time step a code was taken for; the next must be later. */
  @Column({ type: 'bigint', nullable: true })
  lastStep: string | null;

  @Column({ type: 'bytea', nullable: true })
  credentialId: Buffer | null;

  @Column({ type: 'bytea', nullable: true })
  publicKey: Buffer | null;

  @Column({ type: 'bigint', nullable: true })
  signCount: string | null;

  @Column({ type: 'text', array: true, default: () => `'{}'` })
  transports: string[];

  @Column({ type: 'boolean', default: false })
  isBackedUp: boolean;

  /** Passkey, until it is confirmed: what its authenticator has to sign. */
  @Column({ type: 'bytea', nullable: true, select: false })
  challenge: Buffer | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  challengeUntil: Date | null;

  /** null: enrolled, but its owner has not yet shown that it works. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  confirmedAt: Date | null;

  @Column({ type: 'date', nullable: true })
  lastUsedOn: string | null;

  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  revision: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;
}
