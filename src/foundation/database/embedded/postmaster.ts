import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupError, commandOf, pidExists } from '#src/foundation/startup/index.js';

/** Larger than any system's largest pid. */
const NO_PROCESS = 2_147_483_647;

export interface PostmasterFile {
  pid: number;
  status: string | undefined;
}

/** What the running server says of itself in its own folder; undefined if none runs or ran last. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** Stops the server that a killed Hearth left behind on this very cluster. True if there was one. */
export async function stopLeftOver(cluster: string): Promise<boolean> {
  const left = readPostmasterFile(cluster);
  if (left === undefined) return false;
  if (!isPostmasterOf(left.pid, cluster)) {
    if (pidExists(left.pid)) disown(cluster);
    return false;
  }
  await stopPostmaster(left.pid, () => !isPostmasterOf(left.pid, cluster));
  return true;
}

/**
 * PostgreSQL will not start while the pid in its file lives, were it a stranger's who has it now. A number that no
 * process has stands in for it; the rest of the file stays, by which PostgreSQL finds out about orphans of its own.
 */
function disown(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [NO_PROCESS, ...rest].join('\n'));
}

/** The pid may be another's by now: only a command line that names this cluster is our server. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  return command !== undefined && command.includes('postgres') && command.includes(`-D ${cluster}`);
}

/** Fast shutdown, then immediate (the next start recovers), then by force. */
export async function stopPostmaster(pid: number, isGone: () => boolean): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    signalTo(pid, signal);
    const until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      if (isGone() || !pidExists(pid)) return;
      await pause(10);
    }
  }
  throw new StartupError(`The PostgreSQL server with pid ${pid} does not stop.`);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
