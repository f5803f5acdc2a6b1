import type { RoleQuery } from '#src/foundation/database/index.js';
import {
  type ChainedCheckpoint,
  CHECKPOINT_COLUMNS,
  checkpointOf,
  type CheckpointRow,
  FIRST_PREVIOUS,
  Frontier,
  hashOfCheckpoint,
  hashOfEntry,
  SEALED_COLUMNS,
  type SealedEntry,
  TreeStore,
} from '../tree/index.js';

/** One sealer at a time, over all processes; whoever dies gives it free. */
const LOCK = 4_873_202;

/** Rows that one checkpoint seals at most. */
export const BATCH = 10_000;

export interface SealedBatch {
  readonly entries: readonly SealedEntry[];
  readonly checkpoint: ChainedCheckpoint;
  readonly edge: Frontier;
  /** Whether more waits to be sealed. */
  readonly isFull: boolean;
  /** The stored tree is not the one that the last checkpoint sealed. */
  readonly isBroken: boolean;
}

type WaitingRow = SealedEntry & { xid: string; xmin: string };

interface State {
  /** null: nothing was ever sealed. */
  readonly last: ChainedCheckpoint | null;
  readonly upto: string;
  /** RFC 3339, by the database's clock. */
  readonly now: string;
  /** Transactions are counted from anew: the database was restored into another cluster. */
  readonly isRestored: boolean;
}

/**
 * Seals what is ready, in one transaction; null if there is nothing, or another process is at it.
 *
 * Ready is what was written by transactions older than every one still running: nothing can come before it any
 * more, so the order `xid, at, id` is final, and a writer never waits for a sealer.
 */
export async function sealBatch(
  query: RoleQuery,
  edge?: Frontier,
  limit = BATCH,
): Promise<SealedBatch | null> {
  const [lock] = await query<{ mine: boolean }>(
    'select pg_try_advisory_xact_lock($1) as mine',
    [LOCK],
    'audit.lock',
  );
  if (!lock?.mine) return null;
  const state = await stateOf(query);
  const rows = await waiting(query, state, limit);
  if (rows.length === 0) return null;

  const { frontier, isBroken } = await edgeOf(query, state, edge);
  await insertLeaves(query, rows, frontier);
  const isFull = rows.length === limit;
  // A restore stays one until all that it brought is sealed.
  const seen = state.isRestored ? state.upto : rows.at(-1)!.xid;
  const checkpoint = chained(state, frontier, isFull ? seen : rows[0]!.xmin);
  await insertCheckpoint(query, checkpoint);
  return { entries: rows, checkpoint, edge: frontier, isFull, isBroken };
}

/** The edge that is remembered if it is still that of the last checkpoint, else the one that is stored. */
async function edgeOf(
  query: RoleQuery,
  { last }: State,
  edge?: Frontier,
): Promise<{ frontier: Frontier; isBroken: boolean }> {
  if (!last) return { frontier: new Frontier(), isBroken: false };
  const isLast = (frontier: Frontier) => frontier.root.equals(last.root);
  if (edge?.size === last.size && isLast(edge)) return { frontier: edge, isBroken: false };
  const frontier = await new TreeStore(query).frontier(last.size);
  // Sealing goes on: what comes now is worth its seal all the same.
  return { frontier, isBroken: !isLast(frontier) };
}

async function stateOf(query: RoleQuery): Promise<State> {
  const [row] = await query<CheckpointRow & { now: string; is_restored: boolean }>(
    `select ${CHECKPOINT_COLUMNS},
            to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
            coalesce(pg_snapshot_xmax(pg_current_snapshot()) < c.upto, false) as is_restored
       from (select) one left join lateral (select * from audit.checkpoint order by size desc limit 1) c on true`,
    [],
    'audit.state',
  );
  const last = row!.size === null ? null : checkpointOf(row!);
  return { last, upto: last?.upto ?? '0', now: row!.now, isRestored: row!.is_restored };
}

/** xmin of the very snapshot that the rows are read in: of no other could it be said that all before it is there. */
function waiting(query: RoleQuery, { upto, isRestored }: State, limit: number): Promise<WaitingRow[]> {
  // After a restore the counter says nothing of older rows: all without a leaf are looked for, this once.
  const range = isRestored
    ? '(e.xid < pg_snapshot_xmin(s.now) or e.xid >= pg_snapshot_xmax(s.now)) and $1::text is not null'
    : 'e.xid >= $1::xid8 and e.xid < pg_snapshot_xmin(s.now)';
  return query<WaitingRow>(
    `select ${SEALED_COLUMNS}, e.xid::text as xid, pg_snapshot_xmin(s.now)::text as xmin
       from (select pg_current_snapshot() as now) s, audit.entry e
      where ${range} and not exists (select from audit.leaf l where l.entry_id = e.id)
      order by e.xid, e.at, e.id limit $2`,
    [upto, limit],
    isRestored ? 'audit.waiting-restored' : 'audit.waiting',
  );
}

async function insertLeaves(
  query: RoleQuery,
  rows: readonly SealedEntry[],
  frontier: Frontier,
): Promise<void> {
  const first = frontier.size;
  const subtrees: { level: number; position: number; hash: Buffer }[] = [];
  const hashes = rows.map((row) => {
    const hash = hashOfEntry(row, frontier.size);
    frontier.push(hash, (subtree, over) => subtrees.push({ ...subtree, hash: over }));
    return hash;
  });
  await query(
    `insert into audit.leaf (position, entry_id, hash)
     select $1::bigint + i - 1, id, hash from unnest($2::uuid[], $3::bytea[]) with ordinality as l (id, hash, i)`,
    [first, rows.map(({ id }) => id), hashes],
    'audit.insert-leaves',
  );
  if (subtrees.length === 0) return;
  await query(
    `insert into audit.subtree (level, position, hash)
     select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
    [
      subtrees.map(({ level }) => level),
      subtrees.map(({ position }) => position),
      subtrees.map(({ hash }) => hash),
    ],
    'audit.insert-subtrees',
  );
}

function chained({ last, now }: State, { size, root }: Frontier, upto: string): ChainedCheckpoint {
  const checkpoint = { size, root, previous: last?.hash ?? FIRST_PREVIOUS, upto, at: now };
  return { ...checkpoint, hash: hashOfCheckpoint(checkpoint) };
}

async function insertCheckpoint(query: RoleQuery, made: ChainedCheckpoint): Promise<void> {
  await query(
    `insert into audit.checkpoint (size, root, previous, hash, upto, at) values ($1, $2, $3, $4, $5::xid8, $6)`,
    [made.size, made.root, made.previous, made.hash, made.upto, made.at],
    'audit.insert-checkpoint',
  );
}
