import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserAccount } from './user-account.entity.js';

/** How far signing in has come: not begun, password given, a first factor to enrol, done. */
export const SESSION_STAGES = ['none', 'second_factor', 'enrolment', 'whole'] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

/** A browser's session. The cookie's secret is kept as a hash alone. */
@Entity('account_session')
@Unique('account_session_token', ['tokenHash'])
@Index('account_session_of', { synchronize: false })
@Index('account_session_end', ['endsAt'])
@Check('account_session_stage', `stage in ('none', 'second_factor', 'enrolment', 'whole')`)
export class AccountSession {
  @PrimaryColumn('uuid', {
    default: () => 'gen_random_uuid()',
    primaryKeyConstraintName: 'account_session_pk',
  })
  id: string;

  @Column({ type: 'bytea', select: false })
  tokenHash: Buffer;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => UserAccount, { name: 'account_session_account' })
  accountId: string | null;

  @Column({ type: 'text', default: 'none' })
  stage: SessionStage;

  @Column('jsonb')
  data: Record<string, unknown>;

  /** Browser and system, in a word each. */
  @Column({ type: 'text', nullable: true })
  client: string | null;

  /** How often a second factor was tried in it. */
  @Column({ type: 'smallint', default: 0 })
  tries: number;

  @Column('interval')
  idle: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  seenAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  idleUntil: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  endsAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt: Date | null;
}
