import type pg from 'pg';
import { derivedPassword } from './logins.js';

/** Roles that the program takes for one transaction; nobody logs in as one of them. */
const TAKEN = [
  'hearth_staff',
  'hearth_commission',
  'hearth_both',
  'hearth_accounts',
  'hearth_sealer',
  'hearth_auditor',
  'hearth_jobs',
  'hearth_worker',
] as const;
const GROUPS = [...TAKEN, 'hearth_index'] as const;
const LOGIN_ROLES = ['hearth_app', 'hearth_public'] as const;

/**
 * Makes the program's database roles, or mends what is missing. Roles belong to the whole cluster, so several
 * Hearth databases in it share them. None of them owns a record, none has BYPASSRLS.
 */
export async function ensureRoles(owner: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await owner.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname like 'hearth\\_%'",
  );
  const known = new Set(rows.map((row) => row.rolname));
  for (const role of GROUPS) {
    if (!known.has(role)) await owner.query(`create role ${role} nologin noinherit`);
  }
  for (const role of LOGIN_ROLES) {
    const password = owner.escapeLiteral(derivedPassword(ownerUrl, role));
    const verb = known.has(role) ? 'alter' : 'create';
    await owner.query(`${verb} role ${role} login noinherit password ${password}`);
  }
  // hearth_app may become these, and has none of their rights before it does.
  await owner.query(`grant ${TAKEN.join(', ')} to hearth_app`);
  await owner.query('grant hearth_index to current_user');
}
