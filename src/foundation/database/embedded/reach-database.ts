import { setTimeout as pause } from 'node:timers/promises';
import type { HearthConfig } from '#src/foundation/config/index.js';
import {
  type DataFolder,
  FolderInUseError,
  openDataFolder,
  readRunInfo,
} from '#src/foundation/startup/index.js';
import type { DatabaseLogins } from '../connections/logins.js';
import type { MigrationClass } from '../migrate.js';
import { openDatabase, prepareSchema } from './open-database.js';

/** A database for one command. */
export interface ReachedDatabase {
  /** Absent where neither the environment nor the running server has the owner's login. */
  ownerUrl?: string;
  logins: DatabaseLogins;
  /** The running server's address, if one runs on this data folder. */
  serverUrl?: string;
  /** Leaves a running server as it was; stops what this call has started. */
  close: () => Promise<void>;
}

type Wish = Pick<HearthConfig, 'dataDir' | 'database'>;

/**
 * What the command line works on: the database that the environment names, else that of the running server, else
 * the embedded one, started for as long as the command takes. The schema is brought up to this code.
 */
export async function reachDatabase(
  config: Wish,
  migrations: readonly MigrationClass[],
  say: (line: string) => void,
): Promise<ReachedDatabase> {
  const { ownerUrl, appUrl } = config.database;
  if (ownerUrl !== undefined || appUrl !== undefined) return openFor(config, undefined, migrations, say);
  const reached = ofServer(config) ?? (await takeFolder(config, say));
  return 'logins' in reached ? reached : openFor(config, reached, migrations, say);
}

async function openFor(
  config: Wish,
  folder: DataFolder | undefined,
  migrations: readonly MigrationClass[],
  say: (line: string) => void,
): Promise<ReachedDatabase> {
  const opened: (() => Promise<void> | void)[] = [() => folder?.release()];
  const close = async () => {
    for (const closeOne of opened.splice(0).toReversed()) await closeOne();
  };
  try {
    const database = await openDatabase(config.database, config.dataDir, say);
    opened.push(database.close);
    await prepareSchema(database, migrations);
    const { ownerUrl, logins } = database;
    return { ...(ownerUrl === undefined ? {} : { ownerUrl }), logins, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function ofServer({ dataDir }: Wish): ReachedDatabase | undefined {
  const info = readRunInfo(dataDir);
  if (info === undefined) return undefined;
  const { ownerUrl, appUrl, publicUrl } = info.database;
  return {
    ...(ownerUrl === undefined ? {} : { ownerUrl }),
    logins: { appUrl, publicUrl },
    serverUrl: info.url,
    close: () => Promise.resolve(),
  };
}

const patience = 60_000;

/** Whoever holds the folder without a run.json is about to be ready (a server) or done (another command): wait. */
async function takeFolder(config: Wish, say: (line: string) => void): Promise<DataFolder | ReachedDatabase> {
  const until = Date.now() + patience;
  for (let told = false; ; told = true) {
    try {
      return await openDataFolder(config.dataDir, 'a command');
    } catch (error) {
      if (!(error instanceof FolderInUseError) || Date.now() > until) throw error;
      if (!told) say(`Waiting for ${error.holder.what} with pid ${error.holder.pid}`);
    }
    await pause(100);
    const server = ofServer(config);
    if (server !== undefined) return server;
  }
}
