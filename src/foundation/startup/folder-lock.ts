import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ProcessIdentity, isAlive, thisProcess } from './process-identity.js';
import { StartupError, codeOf, fileTrouble } from './startup-error.js';

/** Another living process holds the folder. */
export class FolderInUseError extends StartupError {
  constructor(
    readonly folder: string,
    readonly holder: LockHolder,
  ) {
    super(
      `${folder} is in use by ${holder.what} with pid ${holder.pid}. Stop it, or choose another HEARTH_DATA_DIR.`,
    );
  }
}

export interface LockHolder extends ProcessIdentity {
  /** What the holder is, in words: "the server". */
  what: string;
}

export interface FolderLock {
  /** Gives the folder free. Harmless when done twice. */
  release: () => void;
}

/** Takes the folder for this process. A lock whose process has died (kill -9) is taken over. */
export async function lockFolder(folder: string, what: string): Promise<FolderLock> {
  const lock = join(folder, 'lock');
  const mine: LockHolder = { ...thisProcess(), what };
  try {
    for (;;) {
      if (claim(lock, mine)) return { release: () => release(lock, mine) };
      const holder = holderOf(lock);
      if (holder !== undefined && isAlive(holder)) throw new FolderInUseError(folder, holder);
      if (!clearDead(lock)) await pause(20);
    }
  } catch (error) {
    throw fileTrouble(error, lock);
  }
}

/** Who holds the folder now; undefined if nobody alive does. */
export function folderHolder(folder: string): LockHolder | undefined {
  const holder = holderOf(join(folder, 'lock'));
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** A link appears with its content, and only if there was none: no reader ever meets a half-written lock. */
function claim(lock: string, mine: LockHolder): boolean {
  const draft = `${lock}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Removes a dead process's lock. Two that do so at once could remove each other's fresh one, hence the guard:
 * what it guards takes a moment, so a guard ten seconds old was left by a process killed in between.
 */
function clearDead(lock: string): boolean {
  const guard = `${lock}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const since = statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > 10_000) rmSync(guard, { recursive: true, force: true });
    return false;
  }
  try {
    const holder = holderOf(lock);
    if (holder !== undefined && !isAlive(holder)) rmSync(lock);
    return true;
  } finally {
    rmdirSync(guard);
  }
}

function release(lock: string, mine: LockHolder): void {
  const holder = holderOf(lock);
  if (holder?.pid === mine.pid && holder.started === mine.started) unlinkSync(lock);
}

function holderOf(lock: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as LockHolder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    // Cut short by a machine that lost power: held by a process that is no more.
    if (error instanceof SyntaxError) return { pid: 0, started: '', what: 'nobody' };
    throw error;
  }
}
