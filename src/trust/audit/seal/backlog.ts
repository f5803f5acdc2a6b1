import type { RoleQuery } from '#src/foundation/database/index.js';

/** What is written and not yet sealed. */
export interface Backlog {
  readonly count: number;
  /** The moment of the oldest; null if there is none. */
  readonly oldestAt: Date | null;
  /** Seconds since then, by the database's clock; 0 if there is none. */
  readonly oldestSeconds: number;
}

/** Counts from the last checkpoint on, so it costs what there is to count. */
export async function backlogOf(query: RoleQuery): Promise<Backlog> {
  const [row] = await query<{ count: number; oldest_at: Date | null; seconds: number }>(
    `with bounds as (
       select coalesce(c.upto, '0') as upto, s.xmax, coalesce(s.xmax < c.upto, false) as is_restored
         from (select pg_snapshot_xmax(pg_current_snapshot()) as xmax) s
         left join lateral (select upto from audit.checkpoint order by size desc limit 1) c on true)
     select count(*)::int as count, min(e.at) as oldest_at,
            coalesce(greatest(extract(epoch from clock_timestamp() - min(e.at)), 0), 0)::float as seconds
       from audit.entry e
      -- After a restore the counter says nothing of what is there, until the next seal.
      where e.xid >= (select case when is_restored then '0' else upto end from bounds)
        and (e.xid < (select xmax from bounds) or (select is_restored from bounds))
        and not exists (select from audit.leaf l where l.entry_id = e.id)`,
    [],
    'audit.backlog',
  );
  return { count: row!.count, oldestAt: row!.oldest_at, oldestSeconds: row!.seconds };
}
