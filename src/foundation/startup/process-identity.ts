import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './startup-error.js';

/** A process as the system knows it. A pid alone is handed out again; together with its start it is not. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; equal for one process only, across boots too. */
  started: string;
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '' };
}

export function isAlive(identity: ProcessIdentity): boolean {
  // 0 would mean our own process group to the system.
  if (!(identity.pid > 0) || !pidExists(identity.pid)) return false;
  const started = startOf(identity.pid);
  // A process that is there but cannot be dated is taken for the one meant: never two on the same data.
  return started === undefined || started === identity.started;
}

export function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The command line of a process, its arguments parted by blanks; undefined if there is no such process. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    return readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
  }
  return ps(pid, 'args=');
}

function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is a name in brackets that may hold blanks; the start (field 22) is counted from behind it.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  return ticks === undefined ? undefined : `${boot}:${ticks}`;
}

function ps(pid: number, column: string): string | undefined {
  try {
    const told = execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return told.trim() || undefined;
  } catch {
    return undefined;
  }
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
