import type { RoleQuery } from '#src/foundation/database/index.js';
import type { AuditDetails } from '../audit-log.js';

/** What somebody should look at. */
export const ALERT_CODES = [
  'MANY_REFUSALS',
  'ROLE_CHANGED',
  'LOG_BROKEN',
  'ANCHOR_NOT_WRITABLE',
  'SEALING_LATE',
] as const;

export type AlertCode = (typeof ALERT_CODES)[number];

export interface Alert {
  readonly code: AlertCode;
  /** What it is about, `account:<id>`; one alert for it is open at a time, and counts. */
  readonly about: string;
  /** Ids, codes and counts. */
  readonly details: AuditDetails;
}

/** Opens the alert, or counts it once more where it is open; true if it is new. */
export async function openAlert(query: RoleQuery, { code, about, details }: Alert): Promise<boolean> {
  const [row] = await query<{ times: number }>(
    `insert into audit.alert (code, about, details) values ($1, $2, $3)
     on conflict (code, about) where acknowledged_at is null
       do update set times = alert.times + 1, last_at = now(), details = excluded.details
     returning times`,
    [code, about, details],
    'audit.alert',
  );
  return row?.times === 1;
}
