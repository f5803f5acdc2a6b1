import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './setup.mjs';

const lock = join(root, '.setup.lock');
const beat = 2_000;
const staleAfter = 15_000;

/** Runs `work` while no other process of this clone installs or builds. A killed holder's lock goes stale. */
export async function withSetupLock(talk, work) {
  let told = false;
  while (!take()) {
    const holder = holderOf();
    if (holder.stale) clear(holder.pid);
    else {
      if (!told) talk.write(`Waiting for process ${holder.pid}, which installs or builds here ...\n`);
      told = true;
      await pause(200);
    }
  }
  const heart = setInterval(() => utimesSync(lock, new Date(), new Date()), beat);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function holderOf() {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return { stale: false };
  const pid = readPid(lock);
  return { pid, stale: Date.now() - since > staleAfter || (pid > 0 && !exists(pid)) };
}

/** Moved aside first: if another's fresh lock was caught instead of the stale one, it is put back. */
function clear(stalePid) {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readPid(aside) !== stalePid) return renameSync(aside, lock);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another was quicker.
  }
}

function readPid(folder) {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    return 0;
  }
}

function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
