import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { RoleQuery } from '#src/foundation/database/index.js';
import { codeOf } from '#src/foundation/startup/index.js';
import { type Anchor, parseAnchor } from '../seal/anchor-file.js';
import { type Fault, firstOf } from './fault.js';

export interface AnchorsChecked {
  readonly fault: Fault | null;
  readonly count: number;
  /** Lines that are no anchor: cut off by a crash, as a rule. */
  readonly unreadable: number;
}

const BATCH = 1000;

/** The lines of an anchor file; none if there is no file. */
export async function* anchorLines(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  try {
    await once(stream, 'open');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line) yield line;
}

/** Compares what was noted outside with the checkpoints, which the walk compares with the entries. */
export async function checkAnchors(
  query: RoleQuery,
  lines: AsyncIterable<string>,
  { end, sealed }: { end: number; sealed: number },
): Promise<AnchorsChecked> {
  let unreadable = 0;
  let count = 0;
  let good = 0;
  let fault: Fault | null = null;
  let batch: Anchor[] = [];
  const check = async () => {
    const hashes = await hashesOf(query, batch);
    for (const anchor of batch) {
      if (hashes.get(anchor.size) === `${anchor.hash} ${anchor.root}`) good = Math.max(good, anchor.size);
      else fault = firstOf([fault, faultOf(anchor, good, { end, sealed })]);
    }
    count += batch.length;
    batch = [];
  };
  for await (const line of lines) {
    const anchor = parseAnchor(line);
    if (!anchor) unreadable += 1;
    else if (batch.push(anchor) === BATCH) await check();
  }
  await check();
  return { fault, count, unreadable };
}

function faultOf(
  { size, at }: Anchor,
  good: number,
  { end, sealed }: { end: number; sealed: number },
): Fault {
  if (size > Math.max(end, sealed)) {
    const open = end > sealed ? `; what is left from place ${sealed} on lost its seal` : '';
    const detail = `at ${at} the log had ${size} entries${open}`;
    return { kind: 'cut_off', position: Math.max(end, sealed), until: size, entryId: null, detail };
  }
  const detail = `the log is not what was anchored at ${at} with ${size} entries`;
  // Two processes may anchor in one file, a little out of order.
  return { kind: 'rewritten', position: Math.min(good, size), until: size, entryId: null, detail };
}

async function hashesOf(query: RoleQuery, anchors: readonly Anchor[]): Promise<Map<number, string>> {
  const rows = await query<{ size: string; hash: Buffer; root: Buffer }>(
    'select size, hash, root from audit.checkpoint where size = any ($1::bigint[])',
    [anchors.map(({ size }) => size)],
    'verify.anchored',
  );
  return new Map(
    rows.map(({ size, hash, root }) => [Number(size), `${hash.toString('hex')} ${root.toString('hex')}`]),
  );
}
