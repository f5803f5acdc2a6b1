import { Client } from 'pg';
import { StartupError, codeOf } from '#src/foundation/startup/index.js';
import type { Passwords } from './passwords.js';

/** What migrations may count on. The last two only a superuser can make, which the owner is not. */
const extensions = ['unaccent', 'pg_trgm', 'btree_gin', 'pgcrypto'];

export function urlOf(role: keyof Passwords, passwords: Passwords, port: number, database: string): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/** Makes the owner's role, its database and the extensions, where they are missing. True if the database is new. */
export async function bootstrap(port: number, passwords: Passwords): Promise<boolean> {
  const missing = await connected(urlOf('postgres', passwords, port, 'hearth'), addExtensions).catch(
    (error: unknown) => {
      if (codeOf(error) === '3D000') return 'no database' as const;
      throw error;
    },
  );
  if (missing !== 'no database') return false;
  await connected(urlOf('postgres', passwords, port, 'postgres'), async (client) => {
    await createOwner(client, passwords.hearth_owner);
    await client.query('create database hearth owner hearth_owner');
  });
  await connected(urlOf('postgres', passwords, port, 'hearth'), addExtensions);
  return true;
}

async function createOwner(client: Client, password: string): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'hearth_owner'`);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role hearth_owner login createrole nosuperuser nobypassrls password ${client.escapeLiteral(password)}`,
  );
}

async function addExtensions(client: Client): Promise<void> {
  const { rows } = await client.query<{ extname: string }>('select extname from pg_extension');
  const there = new Set(rows.map((row) => row.extname));
  for (const extension of extensions.filter((name) => !there.has(name))) {
    await client.query(`create extension if not exists ${extension}`);
  }
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  // A connection cut off by a stopping server answers through the query that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if (codeOf(error) !== '28P01') throw error;
    throw new StartupError(
      'The embedded PostgreSQL refuses the passwords kept in postgres-passwords.json of the data folder. ' +
        'Put back the file that belongs to this database.',
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
