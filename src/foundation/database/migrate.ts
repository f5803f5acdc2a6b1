import pg from 'pg';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { ensureRoles } from './connections/roles.js';

export type MigrationClass = new () => { name: string };

export interface Migrated {
  /** Names of the migrations this run applied, oldest first. */
  readonly applied: string[];
  /** True if the database held no schema of ours before. */
  readonly fresh: boolean;
}

/** The schema knows migrations that this code does not: an older Hearth must not write to it. */
export class NewerSchemaError extends Error {
  constructor(readonly unknown: string) {
    super(
      `The database was made by a newer Hearth (it has migration ${unknown}, which this version does not know)`,
    );
  }
}

/** One migration at a time, however many replicas start together. */
const LOCK = 4_873_201;

/**
 * Brings the schema up to this code. When nothing is to do it costs one connection and two short queries.
 *
 * @throws NewerSchemaError, with nothing touched
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
  entities: EntityTarget<ObjectLiteral>[] = [],
): Promise<Migrated> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'hearth migrate',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const before = await appliedMigrations(client);
    const pending = pendingOf(before, migrations);
    if (pending.length === 0) return { applied: [], fresh: false };

    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await appliedMigrations(client);
    const still = pendingOf(applied, migrations);
    if (still.length > 0) {
      await ensureRoles(client, ownerUrl);
      await runPending(ownerUrl, migrations, entities);
    }
    return { applied: still, fresh: applied.length === 0 };
  } finally {
    await client.end();
  }
}

/**
 * What a process without the owner's login does instead of migrating.
 *
 * @throws NewerSchemaError; Error if migrations are missing
 */
export async function checkSchema(appUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const pending = pendingOf(await appliedMigrations(client), migrations);
    if (pending.length > 0)
      throw new Error(`The database lacks ${pending.length} migration(s); run "hearth migrate" first`);
  } finally {
    await client.end();
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows: found } = await client.query<{ present: boolean }>(
    "select to_regclass('public.migration') is not null as present",
  );
  if (!found[0]?.present) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by id');
  return rows.map((row) => row.name);
}

function pendingOf(applied: readonly string[], migrations: readonly MigrationClass[]): string[] {
  const names = migrations.map((Migration) => new Migration().name);
  const unknown = applied.find((name) => !names.includes(name));
  if (unknown) throw new NewerSchemaError(unknown);
  return names.filter((name) => !applied.includes(name));
}

async function runPending(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
  entities: EntityTarget<ObjectLiteral>[],
): Promise<void> {
  const { DataSource } = await import('typeorm');
  const source = new DataSource(dataSourceOptions(ownerUrl, entities, [...migrations]));
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'all' });
  } finally {
    await source.destroy();
  }
}
