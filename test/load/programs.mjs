import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const outDir = fileURLToPath(new URL('out/', import.meta.url));

/** Answers 200 once the program can do its work. */
export const READY = '/api/v1/health/ready';

const SERVER_CORE = 0;
const GENERATOR_CORE = 1;

/** Keeps the servers on one core and the load generator on another, where there are two and `taskset` to do it. */
export const isPinned = () =>
  availableParallelism() > 1 && !process.env.HEARTH_BENCH_UNPINNED && has('taskset');

/** A Node program with a message channel; `core` is 'server', 'generator' or undefined (wherever it runs). */
export function startNode(args, { core, env = {}, quiet = true } = {}) {
  const command = [process.execPath, ...args];
  if (core !== undefined && isPinned()) {
    command.unshift('taskset', '-c', String(core === 'server' ? SERVER_CORE : GENERATOR_CORE));
  }
  return spawn(command[0], command.slice(1), {
    cwd: root,
    env: { ...process.env, ...env },
    serialization: 'advanced',
    stdio: ['ignore', quiet ? 'ignore' : 'pipe', 'inherit', 'ipc'],
  });
}

/** Asks a program over its channel; each answers one message with one. */
export async function ask(program, message) {
  const done = new AbortController();
  const gone = once(program, 'exit', { signal: done.signal }).then(([code]) => {
    throw new Error(`${program.spawnargs.join(' ')} ended with ${code}`);
  });
  gone.catch(() => undefined);
  const answered = once(program, 'message', { signal: done.signal });
  answered.catch(() => undefined);
  try {
    program.send(message);
    const [answer] = await Promise.race([answered, gone]);
    if (answer?.error) throw new Error(answer.error);
    return answer;
  } finally {
    done.abort();
  }
}

export async function stop(program) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGTERM');
  await ended;
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Milliseconds until `url` answers 200 for the first time, counted from `since`. */
export async function untilAnswers(url, since = performance.now(), patience = 60_000) {
  for (;;) {
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    const took = performance.now() - since;
    if (status === 200) return took;
    if (took > patience) throw new Error(`${url} does not answer 200 (last: ${status})`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Resident memory in MB (10^6 bytes). */
export function residentMegabytes(pid) {
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024) / 1e6;
}

/** User and system seconds a process has used; NaN where /proc does not tell. Counted in hundredths. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function has(command) {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
