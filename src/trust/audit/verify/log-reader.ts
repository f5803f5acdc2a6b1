import type { RoleQuery } from '#src/foundation/database/index.js';
import {
  type ChainedCheckpoint,
  CHECKPOINT_COLUMNS,
  checkpointOf,
  type CheckpointRow,
  SEALED_COLUMNS,
  type SealedEntry,
  type Subtree,
} from '../tree/index.js';

/** A leaf with the entry it stands for; all of the entry is null if that is gone. */
export interface LeafRow extends SealedEntry {
  position: string;
  entry_id: string;
  hash: Buffer;
}

export interface Batch {
  readonly leaves: readonly LeafRow[];
  /** Hash of each stored tree over 256 leaves of the batch, or larger that ends in it, by `keyOf`. */
  readonly subtrees: ReadonlyMap<string, Buffer>;
}

export const keyOf = ({ level, position }: Subtree): string => `${level} ${position}`;

/** A multiple of 256. */
const BATCH = 10_240;

/** Reads the log from its beginning to its end, a batch at a time: however long it is, the memory is the same. */
export class LogReader {
  constructor(private readonly query: RoleQuery) {}

  /** All places before `end`; the next batch is on its way while one is worked on. */
  async *batches(end: number): AsyncGenerator<Batch> {
    // A batch is found entry by entry: the planner, which does not know that, would read the whole log each time.
    await this.query(
      "select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)",
    );
    let next = this.batch(0);
    for (let start = 0; start < end; start += BATCH) {
      const batch = await next;
      if (start + BATCH < end) {
        next = this.batch(start + BATCH);
        next.catch(() => undefined);
      }
      yield batch;
    }
  }

  /** Hashes alone, for a search through all places. */
  async *hashes(end: number): AsyncGenerator<readonly { position: string; hash: Buffer }[]> {
    for (let start = 0; start < end; start += BATCH) {
      yield await this.query<{ position: string; hash: Buffer }>(
        'select position, hash from audit.leaf where position >= $1 and position < $2 order by position',
        [start, start + BATCH],
        'verify.hashes',
      );
    }
  }

  async *checkpoints(): AsyncGenerator<ChainedCheckpoint> {
    for (let after = '-1'; ;) {
      const rows = await this.query<CheckpointRow>(
        `select ${CHECKPOINT_COLUMNS} from audit.checkpoint c where c.size > $1 order by c.size limit 1000`,
        [after],
        'verify.checkpoints',
      );
      yield* rows.map(checkpointOf);
      if (rows.length < 1000) return;
      after = rows.at(-1)!.size;
    }
  }

  private async batch(start: number): Promise<Batch> {
    const [leaves, subtrees] = await Promise.all([
      this.query<LeafRow>(
        `select l.position, l.entry_id, l.hash, ${SEALED_COLUMNS}
           from audit.leaf l left join audit.entry e on e.id = l.entry_id
          where l.position >= $1 and l.position < $2 order by l.position`,
        [start, start + BATCH],
        'verify.leaves',
      ),
      this.query<{ level: number; position: string; hash: Buffer }>(
        `select t.level, t.position, t.hash
           from generate_series(8, 48, 8) level, lateral (
             select * from audit.subtree s where s.level = level.level
                and s.position >= $1 >> level.level and s.position < $2 >> level.level) t`,
        [start, start + BATCH],
        'verify.subtrees',
      ),
    ]);
    const map = subtrees.map(({ level, position, hash }) => {
      return [keyOf({ level, position: Number(position) }), hash] as const;
    });
    return { leaves, subtrees: new Map(map) };
  }
}
