import { createHash } from 'node:crypto';
import { canonicalJson } from '#src/foundation/common/index.js';

/** The state of the log at a size, chained to the state before. */
export interface Checkpoint {
  /** How many entries are sealed. */
  readonly size: number;
  /** RFC 6962 root over them. */
  readonly root: Buffer;
  /** Hash of the checkpoint before; 32 zero bytes for the first. */
  readonly previous: Buffer;
  /** Every entry of a transaction before this one (`xid8`) is in it. */
  readonly upto: string;
  /** RFC 3339, UTC, three digits of a second. */
  readonly at: string;
}

export interface ChainedCheckpoint extends Checkpoint {
  readonly hash: Buffer;
}

export const FIRST_PREVIOUS: Buffer = Buffer.alloc(32);

/** SHA-256 over the canonical JSON of its members, bytes in hex. */
export function hashOfCheckpoint({ size, root, previous, upto, at }: Checkpoint): Buffer {
  const members = { at, previous: previous.toString('hex'), root: root.toString('hex'), size, upto };
  return createHash('sha256').update(canonicalJson(members)).digest();
}

export interface CheckpointRow {
  size: string;
  root: Buffer;
  previous: Buffer;
  hash: Buffer;
  upto: string;
  at: string;
}

/** The columns of `CheckpointRow`, of the checkpoint `c`. */
export const CHECKPOINT_COLUMNS = `c.size, c.root, c.previous, c.hash, c.upto::text as upto,
  to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

export function checkpointOf({ size, root, previous, hash, upto, at }: CheckpointRow): ChainedCheckpoint {
  return { size: Number(size), root, previous, hash, upto, at };
}
