import type { RoleQuery } from '#src/foundation/database/index.js';
import { type Backlog, backlogOf } from '../seal/backlog.js';
import { anchorLines, checkAnchors } from './anchors.js';
import { type Fault, firstOf } from './fault.js';
import { LogReader } from './log-reader.js';
import { explain } from './origin.js';
import { firstOutsider } from './outsiders.js';
import { Walk } from './walk.js';

export interface Verdict {
  /** The first fault; null: the log is what was sealed. */
  readonly fault: Fault | null;
  /** How many entries the last checkpoint seals. */
  readonly sealed: number;
  /** Checkpoints that were found right, from the first on. */
  readonly checkpoints: number;
  readonly anchors: number;
  readonly unreadableAnchors: number;
  /** Written and not yet sealed: these nothing vouches for. */
  readonly backlog: Backlog;
}

export interface VerifyOptions {
  /** Path of the anchor file; one that is not there holds no anchor. */
  readonly anchorFile: string;
  /** Told now and then how many places of all were walked. */
  readonly progress?: (done: number, all: number) => void;
}

/**
 * Reads the whole log again and compares it with its seals and anchors. `query` must be one snapshot, in a role that
 * reads all of the log.
 */
export async function verifyLog(query: RoleQuery, { anchorFile, progress }: VerifyOptions): Promise<Verdict> {
  const { leaves, end, sealed } = await extentOf(query);
  const backlog = await backlogOf(query);
  const anchors = await checkAnchors(query, anchorLines(anchorFile), { end, sealed });
  const outsider = await firstOutsider(query);
  const reader = new LogReader(query);
  const walked = await new Walk(reader, (done) => progress?.(done, end)).run(end);
  const found = await explain(walked, reader, { leaves, sealed });
  // Where the end is gone with its seals, that is the fault, and not that the rest before it lost them too.
  const isSealGone = found?.kind === 'checkpoint' && found.position === sealed;
  const own = isSealGone && anchors.fault?.kind === 'cut_off' ? null : await asCut(query, found, sealed);
  const fault = firstOf([own, outsider, anchors.fault]);
  return {
    ...{ fault, sealed, backlog, checkpoints: walked.checkpoints },
    ...{ anchors: anchors.count, unreadableAnchors: anchors.unreadable },
  };
}

/** Where an entry is gone and none after it is left, the end was cut off. */
async function asCut(query: RoleQuery, fault: Fault | null, sealed: number): Promise<Fault | null> {
  if (fault?.kind !== 'removed') return fault;
  const [row] = await query<{ is_left: boolean }>(
    `select exists (select from audit.leaf l join audit.entry e on e.id = l.entry_id where l.position > $1) as is_left`,
    [fault.position],
  );
  return row!.is_left ? fault : { ...fault, kind: 'cut_off', until: sealed };
}

async function extentOf(query: RoleQuery): Promise<{ leaves: number; end: number; sealed: number }> {
  const [row] = await query<{ leaves: string; end: string; sealed: string }>(
    `select (select count(*) from audit.leaf) as leaves,
            (select coalesce(max(position) + 1, 0) from audit.leaf) as end,
            (select coalesce(max(size), 0) from audit.checkpoint) as sealed`,
  );
  return { leaves: Number(row!.leaves), end: Number(row!.end), sealed: Number(row!.sealed) };
}
