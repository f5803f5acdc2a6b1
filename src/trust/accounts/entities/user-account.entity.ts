import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ActorRecord } from './actor.entity.js';

export const ACCOUNT_STATUSES = ['invited', 'active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export const ACCOUNT_LANGUAGES = ['en', 'es'] as const;
export type AccountLanguage = (typeof ACCOUNT_LANGUAGES)[number];

/** An actor who signs in. Roles stand in `access.person_role`, the name at the actor. */
@Entity('user_account')
@Unique('user_account_email', ['emailKey'])
@Index('user_account_age', ['createdAt', 'id'])
@Check('user_account_language', `language in ('en', 'es')`)
@Check('user_account_status', `status in ('invited', 'active', 'disabled')`)
@Check('user_account_key', 'email_key = lower(email_key)')
export class UserAccount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_account_pk' })
  @ForeignKey(() => ActorRecord, { name: 'user_account_actor' })
  id: string;

  /** As it was given; mail goes there. */
  @Column('text')
  email: string;

  /** What two spellings of one address share: it finds the account and keeps it the only one. */
  @Column('text')
  emailKey: string;

  @Column({ type: 'text', default: 'en' })
  language: AccountLanguage;

  @Column({ type: 'text', default: 'invited' })
  status: AccountStatus;

  /** Argon2id, as a PHC string; null until an invitation is accepted, and for those who sign in elsewhere. */
  @Column({ type: 'text', nullable: true, select: false })
  passwordHash: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  passwordChangedAt: Date | null;

  @Column({ type: 'date', nullable: true })
  lastSignInOn: string | null;

  @Column({ type: 'uuid', nullable: true })
  invitedBy: string | null;

  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' })
  revision: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}
