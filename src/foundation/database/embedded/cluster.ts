import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartupError, fileTrouble } from '#src/foundation/startup/index.js';
import type { Binaries } from './binaries.js';
import { programEnvironment } from './environment.js';
import { type ServerUser, passableBy } from './server-user.js';

const run = promisify(execFile);

const roomForNew = 64;

/** Where the cluster lies: `postgres` in the data folder, followed if it is a link. */
export function clusterPath(dataDir: string): string {
  const path = join(dataDir, 'postgres');
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    throw new StartupError(`${path} points to a folder that is not there any more.`, { cause: error });
  }
}

/**
 * Where a new cluster shall lie. A folder the server's user cannot reach (below root's own home) is no place:
 * then it lies in a folder of its own under /var/lib, to which a link in the data folder points from then on.
 */
export function placeForNew(dataDir: string, user: ServerUser | undefined): string {
  if (user === undefined || passableBy(user, dataDir)) return join(dataDir, 'postgres');
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join('/var/lib', `hearth-${mark}`, 'postgres');
}

export interface NewCluster {
  place: string;
  dataDir: string;
  binaries: Binaries;
  user: ServerUser | undefined;
  password: string;
  durable: boolean;
}

/** Makes the cluster beside its place and moves it there when it is whole: what a killed start leaves is never taken for one. */
export async function createCluster(order: NewCluster): Promise<void> {
  const { place, dataDir, user } = order;
  removeHalves(place);
  requireRoom(dirname(place));
  // A name of its own: an initdb that outlived its killed start may still be writing into the last one.
  const half = `${place}.new-${randomUUID()}`;
  const passwordFile = `${half}.password`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordFile, order.password, { mode: 0o600 });
    if (user !== undefined) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid);
    await initdb(order, half, passwordFile);
    renameSync(half, place);
    if (place !== join(dataDir, 'postgres')) symlinkSync(place, join(dataDir, 'postgres'));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw fileTrouble(error, dirname(place));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Asked beforehand: what initdb says on a full disk does not always tell that the disk is full. */
function requireRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1_048_576);
  if (megabytes >= roomForNew) return;
  throw new StartupError(
    `The disk that holds ${folder} is full: ${megabytes} MB are free, and a new database needs ${roomForNew}.`,
  );
}

function removeHalves(place: string): void {
  const folder = dirname(place);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(`${basename(place)}.new-`))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Still being written to; the next new database will find it.
    }
  }
}

async function initdb({ binaries, user, durable, place }: NewCluster, folder: string, passwordFile: string) {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const speed = durable ? [] : ['--no-sync'];
  try {
    await run(binaries.initdb, ['-D', folder, ...locale, ...access, ...speed], {
      ...user,
      cwd: '/',
      env: programEnvironment(),
    });
  } catch (error) {
    const said =
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? `${String(error.stdout)}\n${String(error.stderr)}`
        : '';
    throw (
      clusterTrouble(said, dirname(place)) ??
      new StartupError(`PostgreSQL could not make its folder: ${lastLine(said) || String(error)}`, {
        cause: error,
      })
    );
  }
}

/** The usual troubles, told from PostgreSQL's own words. */
export function clusterTrouble(said: string, folder: string): StartupError | undefined {
  if (said.includes('No space left on device') || said.includes('Disk quota exceeded')) {
    return new StartupError(
      `The disk that holds ${folder} is full. Make room, or choose another HEARTH_DATA_DIR.`,
    );
  }
  if (said.includes('could not look up effective user ID')) {
    return new StartupError(
      'This user id has no entry in /etc/passwd, and PostgreSQL does not run for such a user.',
    );
  }
  if (/Permission denied|Read-only file system/.test(said)) {
    return new StartupError(`PostgreSQL may not read or write ${folder}: ${lastLine(said)}`);
  }
  return undefined;
}

export function lastLine(text: string): string {
  const errors = text.split('\n').filter((line) => /error|fatal|panic/i.test(line));
  return (errors.at(-1) ?? text.trim().split('\n').at(-1) ?? '').trim();
}

/** A cluster is opened only by the major version that made it. */
export function requireSameVersion(cluster: string, major: string): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new StartupError(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Hearth brings PostgreSQL ${major}. ` +
      'Its data is untouched; start the Hearth it was made with.',
  );
}
