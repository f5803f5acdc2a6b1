/**
 * The database roles that a request may read and write as. They own nothing and have no BYPASSRLS;
 * which of them a caller gets, the access gate decides (`trust/access`).
 */
export type DatabaseRole =
  | 'hearth_public'
  | 'hearth_staff'
  | 'hearth_commission'
  | 'hearth_both'
  /** Accounts and sessions, and no record of the commission. */
  | 'hearth_accounts'
  /** Reads the log, as far as the person may; nothing else. */
  | 'hearth_auditor'
  /** The jobs that the person started, and nothing else. */
  | 'hearth_jobs';

/** On whose behalf the database is spoken to. `person` is the actor's id, null for the public. */
export interface Session {
  readonly role: DatabaseRole;
  readonly person: string | null;
}

/** Nobody signed in: plain columns of the label decide, no setting is needed. */
export const PUBLIC_SESSION: Session = { role: 'hearth_public', person: null };
