import type { GivenLogins } from '#src/foundation/config/index.js';
import { type DatabaseLogins, loginsOf } from '../connections/logins.js';
import { type Migrated, type MigrationClass, checkSchema, migrate } from '../migrate.js';
import { databaseTrouble } from './database-trouble.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** A database that answers, whether ours or the operator's. */
export interface OpenDatabase {
  kind: 'embedded' | 'given';
  /** In words, without any login: for the operator. */
  description: string;
  /** The login that migrates; absent where this process was given none. */
  ownerUrl?: string;
  logins: DatabaseLogins;
  /** Resolves if the embedded server ends; never for the operator's own. */
  ended: Promise<void>;
  close: () => Promise<void>;
}

/** The operator's own database if its logins are given, else the embedded one on the data folder, whose lock the caller holds. */
export async function openDatabase(
  given: GivenLogins,
  dataDir: string,
  say: (line: string) => void,
): Promise<OpenDatabase> {
  const { ownerUrl, appUrl, publicUrl } = given;
  if (ownerUrl === undefined && appUrl === undefined) {
    const server = await startEmbeddedPostgres({ dataDir, say });
    return {
      kind: 'embedded',
      description: `embedded PostgreSQL, pid ${server.pid}, port ${server.port}${server.created ? ', new' : ''}`,
      ownerUrl: server.ownerUrl,
      logins: loginsOf(server.ownerUrl),
      ended: server.ended,
      close: () => server.stop(),
    };
  }
  return {
    kind: 'given',
    description: 'the one of the environment',
    ...(ownerUrl === undefined ? {} : { ownerUrl }),
    logins: appUrl !== undefined && publicUrl !== undefined ? { appUrl, publicUrl } : derived(ownerUrl),
    ended: new Promise(() => undefined),
    close: () => Promise.resolve(),
  };
}

function derived(ownerUrl: string | undefined): DatabaseLogins {
  try {
    return loginsOf(ownerUrl ?? '');
  } catch (error) {
    throw databaseTrouble(error);
  }
}

/** Brings the schema up to this code, or, without the owner's login, makes sure that it is. */
export async function prepareSchema(
  { ownerUrl, logins }: OpenDatabase,
  migrations: readonly MigrationClass[],
): Promise<Migrated> {
  try {
    if (ownerUrl !== undefined) return await migrate(ownerUrl, migrations);
    await checkSchema(logins.appUrl, migrations);
    return { applied: [], fresh: false };
  } catch (error) {
    throw databaseTrouble(error);
  }
}
