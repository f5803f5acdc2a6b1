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
    `select count(*)::int as count, min(e.at) as oldest_at,
            coalesce(greatest(extract(epoch from clock_timestamp() - min(e.at)), 0), 0)::float as seconds
       from audit.entry e
      where e.xid >= coalesce((select upto from audit.checkpoint order by size desc limit 1), '0')
        and e.xid < pg_snapshot_xmax(pg_current_snapshot())
        and not exists (select from audit.leaf l where l.entry_id = e.id)`,
    [],
    'audit.backlog',
  );
  return { count: row!.count, oldestAt: row!.oldest_at, oldestSeconds: row!.seconds };
}
