import { execFileSync } from 'node:child_process';
import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { StartupError } from '#src/foundation/startup/index.js';

/** The user PostgreSQL runs as, where it is not the one we run as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so a root process runs it as `nobody`; or, for a cluster that is there
 * already, as the user it belongs to. Undefined: as ourselves.
 */
export function serverUser(clusterDir: string): ServerUser | undefined {
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  const uid = process.getuid?.();
  if (uid !== 0) {
    requireKnownUser();
    if (owner !== undefined && owner.uid !== uid) {
      throw new StartupError(
        `The database in ${clusterDir} belongs to user id ${owner.uid}, and this process runs as user id ${uid}. ` +
          'Start as that user, or choose another HEARTH_DATA_DIR.',
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody();
}

/** Whether the user may reach `path` and read it. */
export function readableBy(user: ServerUser | undefined, path: string): boolean {
  if (user === undefined) return readable(path);
  return allows(user, path, 0o5) && passableBy(user, dirname(path));
}

/** Whether the user may pass through this folder and every one above it. */
export function passableBy(user: ServerUser, path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (!allows(user, folder, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows(user: ServerUser, path: string, bits: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

function readable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  }
}

function requireKnownUser(): void {
  try {
    userInfo();
  } catch {
    throw new StartupError(
      `User id ${process.getuid?.()} has no entry in /etc/passwd, and PostgreSQL does not run for such a user. ` +
        'Add the entry, start as another user, or give a database of your own in DATABASE_URL.',
    );
  }
}

function nobody(): ServerUser {
  const id = (flag: string) => {
    const answer = execFileSync('id', [flag, 'nobody'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(answer);
  };
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new StartupError(
      'PostgreSQL does not run as root, and this system has no user "nobody" to run it as. ' +
        'Start as another user, or give a database of your own in DATABASE_URL.',
    );
  }
}
