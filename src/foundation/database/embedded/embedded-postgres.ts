import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PrivateFiles, StartupError, makeDataFolder } from '#src/foundation/startup/index.js';
import { findBinaries } from './binaries.js';
import { bootstrap, urlOf } from './bootstrap.js';
import { clusterPath, createCluster, placeForNew, requireSameVersion } from './cluster.js';
import { hasPasswords, passwordsIn } from './passwords.js';
import { stopLeftOver } from './postmaster.js';
import { startServer } from './server.js';
import { serverUser } from './server-user.js';

export interface EmbeddedOptions {
  /** The data folder; the caller holds its lock. */
  dataDir: string;
  /** Takes a line worth telling the operator. */
  say: (line: string) => void;
  /** False only for throw-away data. Default true. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** The login that owns the database `hearth` and migrates it. */
  ownerUrl: string;
  /** The superuser's, on database `postgres`: for tests and repairs, never for the application. */
  adminUrl: string;
  port: number;
  pid: number;
  /** Whether this start made the database. */
  created: boolean;
  /** Resolves when the server has ended, be it by `stop` or by accident. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, connections closed. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with the program on the data folder, making its database if there is none. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, say, durable = true } = options;
  makeDataFolder(dataDir);
  const files = new PrivateFiles(dataDir);
  const isNew = !existsSync(clusterPath(dataDir));
  const user = serverUser(clusterPath(dataDir));
  const place = isNew ? placeForNew(dataDir, user) : clusterPath(dataDir);
  if (dirname(place) !== dataDir)
    say(`The database lies in ${place}, since its user cannot reach ${dataDir}`);
  if (!isNew && !hasPasswords(files)) {
    throw new StartupError(
      `postgres-passwords.json is missing from ${dataDir}. Put it back to open the database.`,
    );
  }
  const passwords = passwordsIn(files);
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  const binaries = findBinaries(user, dirname(place));
  if (isNew) await createCluster({ place, dataDir, binaries, user, password: passwords.postgres, durable });
  requireSameVersion(place, binaries.major);
  if (await stopLeftOver(place)) say('A server left over from a killed run was stopped');
  const logFile = join(dataDir, 'postgres.log');
  const server = await startServer({ cluster: place, binaries, user, logFile, durable, say });
  try {
    const created = await bootstrap(server.port, passwords);
    return {
      ...server,
      ownerUrl: urlOf('hearth_owner', passwords, server.port, 'hearth'),
      adminUrl: urlOf('postgres', passwords, server.port, 'postgres'),
      created,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
