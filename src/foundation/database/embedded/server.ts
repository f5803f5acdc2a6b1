import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupError, fileTrouble } from '#src/foundation/startup/index.js';
import type { Binaries } from './binaries.js';
import { clusterTrouble, lastLine } from './cluster.js';
import { programEnvironment } from './environment.js';
import { readPostmasterFile, stopPostmaster } from './postmaster.js';
import type { ServerUser } from './server-user.js';
import { type ServerSettings, postgresqlConf } from './settings.js';

export interface RunningServer {
  port: number;
  pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServerOrder extends ServerSettings {
  cluster: string;
  binaries: Binaries;
  user: ServerUser | undefined;
  logFile: string;
  say: (line: string) => void;
}

const logLimit = 10 * 1024 * 1024;
const attempts = 50;

export async function startServer(order: ServerOrder): Promise<RunningServer> {
  writeSettings(order);
  keepLogSmall(order.logFile);
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryStart(order, await freePort());
    if ('server' in outcome) return outcome.server;
    // Another took the port meanwhile, or backends of a killed server have not noticed its death yet.
    const passes = /could not bind|Address already in use|shared memory block .* still in use/.test(
      outcome.said,
    );
    if (!passes || attempt === attempts) throw notStarted(outcome.said, order);
    await pause(100);
  }
}

async function tryStart(
  order: ServerOrder,
  port: number,
): Promise<{ server: RunningServer } | { said: string }> {
  const { cluster, logFile } = order;
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = launch(order, port);
  const gone = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      gone.abort();
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const begun = Date.now();
  let told = false;
  while (!gone.signal.aborted) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === child.pid && file?.status === 'ready')
      return { server: runningServer(child, port, ended, () => gone.signal.aborted) };
    if (!told && Date.now() - begun > 4000) {
      told = true;
      order.say('PostgreSQL recovers from an interrupted run; this may take a while');
    }
    await pause(10);
  }
  return { said: readFileSync(logFile).subarray(from).toString('utf8') };
}

function launch({ cluster, binaries, user, logFile }: ServerOrder, port: number): ChildProcess {
  try {
    const log = openSync(logFile, 'a', 0o600);
    try {
      // A session of its own: Ctrl-C in the terminal must reach us alone, who first finish what is in flight.
      const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port)], {
        ...user,
        cwd: '/',
        env: programEnvironment(),
        stdio: ['ignore', log, log],
        detached: true,
      });
      child.unref();
      return child;
    } finally {
      closeSync(log);
    }
  } catch (error) {
    throw fileTrouble(error, logFile);
  }
}

function runningServer(
  child: ChildProcess,
  port: number,
  ended: Promise<void>,
  isGone: () => boolean,
): RunningServer {
  const pid = child.pid ?? 0;
  // However the program ends, short of kill -9, it leaves no server behind.
  const lastResort = () => child.kill('SIGINT');
  process.once('exit', lastResort);
  void ended.then(() => process.off('exit', lastResort));
  return { port, pid, ended, stop: () => (isGone() ? Promise.resolve() : stopPostmaster(pid, isGone)) };
}

function writeSettings({ cluster, user, durable }: ServerOrder): void {
  const path = join(cluster, 'postgresql.conf');
  try {
    writeFileSync(path, postgresqlConf({ durable }), { mode: 0o600 });
    if (user !== undefined) chownSync(path, user.uid, user.gid);
  } catch (error) {
    throw fileTrouble(error, path);
  }
}

function keepLogSmall(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(logFile, `${logFile}.1`);
}

function notStarted(said: string, { cluster, logFile }: ServerOrder): StartupError {
  const trouble = clusterTrouble(said, dirname(cluster));
  return trouble ?? new StartupError(`PostgreSQL did not start: ${lastLine(said)} (its log: ${logFile})`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new StartupError('No free port on 127.0.0.1.');
  return address.port;
}
