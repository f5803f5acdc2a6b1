import type { RoleQuery } from '#src/foundation/database/index.js';
import type { Backlog } from '../seal/backlog.js';
import type { SealedEntry } from '../tree/index.js';
import { type Alert, openAlert } from './alert.js';

/** Of one caller or one network within the window. */
export const MANY_REFUSALS = 20;
export const WINDOW_MINUTES = 10;
/** An entry should be sealed within seconds. */
export const LATE_SECONDS = 60;

/** What counts as a refusal; the index of refusals names the same. */
export const REFUSALS: readonly string[] = ['access.refused', 'session.refused', 'factor.refused'];

/** Opens what newly sealed entries give cause for; answers those that are new. */
export async function considerBatch(
  query: RoleQuery,
  { entries, isBroken }: { entries: readonly SealedEntry[]; isBroken: boolean },
): Promise<Alert[]> {
  const alerts = entries.filter(isRoleChange).map(roleChanged);
  if (isBroken) alerts.push({ code: 'LOG_BROKEN', about: 'log', details: { found: 'sealing' } });
  const refusals = entries.filter(({ action }) => REFUSALS.includes(action));
  if (refusals.length > 0) alerts.push(...(await manyRefusals(query, refusals)));
  const opened: Alert[] = [];
  for (const alert of alerts) if (await openAlert(query, alert)) opened.push(alert);
  return opened;
}

/** Sealing waits for the oldest running transaction: one that is forgotten holds it up. */
export function lateness({ count, oldestSeconds }: Backlog): Alert | null {
  if (oldestSeconds <= LATE_SECONDS) return null;
  return { code: 'SEALING_LATE', about: 'log', details: { count, seconds: Math.round(oldestSeconds) } };
}

/** `user.roles_set`, `role.confirmed`: whatever an account may from then on. */
function isRoleChange({ action }: SealedEntry): boolean {
  return /(^|[._-])roles?([._-]|$)/.test(action);
}

function roleChanged({ id, action, subject_id: subject }: SealedEntry): Alert {
  return { code: 'ROLE_CHANGED', about: `account:${subject}`, details: { entry: id, action } };
}

async function manyRefusals(query: RoleQuery, refusals: readonly SealedEntry[]): Promise<Alert[]> {
  const sources = [...new Set(refusals.flatMap(sourcesOf))];
  const rows = await query<{ source: string; count: number }>(
    `select source, count(*)::int as count
       from audit.entry e,
            lateral unnest(array[
              'account:' || case e.action when 'session.refused' then e.subject_id else e.actor_id end,
              'network:' || (e.details ->> 'network')]) source
      where e.action in ('access.refused', 'session.refused', 'factor.refused') and source = any ($1)
        and e.at > now() - make_interval(mins => $2)
      group by source having count(*) >= $3`,
    [sources, WINDOW_MINUTES, MANY_REFUSALS],
    'audit.refusals',
  );
  return rows.map(({ source, count }) => ({
    code: 'MANY_REFUSALS',
    about: source,
    details: { count, minutes: WINDOW_MINUTES },
  }));
}

/** Whose refusals they are: whoever was refused, or the account that somebody tried to enter; and the network, by its code of the day. */
function sourcesOf({ action, actor_id: actor, subject_id: subject, details }: SealedEntry): string[] {
  const { network } = details as { network?: unknown };
  const account = action === 'session.refused' ? subject : actor;
  return [
    ...(account === null ? [] : [`account:${account}`]),
    ...(typeof network === 'string' ? [`network:${network}`] : []),
  ];
}
