import { Client } from 'pg';
import { StartupError, codeOf } from '#src/foundation/startup/index.js';
import type { Passwords } from './passwords.js';

export function urlOf(role: keyof Passwords, passwords: Passwords, port: number, database: string): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the owner's role and its database, where they are missing. True if the database is new. Extensions are the
 * migrations' business: those they need are trusted, so that an owner who is no superuser can make them.
 */
export async function bootstrap(port: number, passwords: Passwords): Promise<boolean> {
  return connected(urlOf('postgres', passwords, port, 'postgres'), async (client) => {
    const { rowCount } = await client.query(`select from pg_database where datname = 'hearth'`);
    if (rowCount === 1) return false;
    await createOwner(client, passwords.hearth_owner);
    await client.query('create database hearth owner hearth_owner');
    return true;
  });
}

async function createOwner(client: Client, password: string): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'hearth_owner'`);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role hearth_owner login createrole nosuperuser nobypassrls password ${client.escapeLiteral(password)}`,
  );
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
