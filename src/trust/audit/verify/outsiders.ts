import type { RoleQuery } from '#src/foundation/database/index.js';
import type { Fault } from './fault.js';

/** The first entry without a leaf that must have had one: everything as old was sealed. */
export async function firstOutsider(query: RoleQuery): Promise<Fault | null> {
  const [row] = await query<{ id: string; position: string | null }>(
    `with last as (
       select c.upto, c.size, pg_snapshot_xmax(pg_current_snapshot()) as xmax
         from audit.checkpoint c order by c.size desc limit 1
     ), outsider as (
       select e.id, e.xid, e.at from audit.entry e, last
        where (e.xid < last.upto or e.xid >= last.xmax)
          -- Right after a restore the counter tells nothing: the next seal looks for all.
          and last.xmax >= last.upto
          and not exists (select from audit.leaf l where l.entry_id = e.id)
        order by e.xid, e.at, e.id limit 1
     )
     select o.id, coalesce((select l.position from audit.entry x join audit.leaf l on l.entry_id = x.id
                             where (x.xid, x.at, x.id) > (o.xid, o.at, o.id)
                             order by x.xid, x.at, x.id limit 1),
                           (select size from last)) as position
       from outsider o`,
  );
  if (!row) return null;
  const detail = 'never sealed, though later ones are';
  return { kind: 'inserted', position: Number(row.position), entryId: row.id, detail };
}
