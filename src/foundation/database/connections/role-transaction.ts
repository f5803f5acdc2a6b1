import pg from 'pg';

/** What works on behalf of the program itself, under a role of its own. */
export type KeeperRole = 'hearth_sealer' | 'hearth_auditor';

/** A named statement is planned once for the connection; without a name it is planned anew. */
export type RoleQuery = <T extends object>(
  text: string,
  values?: readonly unknown[],
  name?: string,
) => Promise<T[]>;

export interface RoleTransaction {
  readonly role: KeeperRole;
  /** A snapshot stays as it was at the first statement and writes nothing; else each statement sees what is committed. */
  readonly isSnapshot?: boolean;
}

/** One transaction of a pooled connection under a role; the next user of the connection finds nothing of it. */
export async function inRole<T>(
  pool: pg.Pool,
  how: RoleTransaction,
  work: (query: RoleQuery) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    return await transaction(client, how, work);
  } finally {
    client.release(client.getTransactionStatus() !== 'I');
  }
}

/** The same on a connection of its own, for work that takes long. */
export async function withRole<T>(
  appUrl: string,
  how: RoleTransaction,
  work: (query: RoleQuery) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: appUrl,
    application_name: `hearth ${how.role.replace('hearth_', '')}`,
    pipeline: true,
    connectionTimeoutMillis: 10_000,
  });
  // A server that goes away in between rejects the query that runs; without one it must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await transaction(client, how, work);
  } finally {
    await client.end();
  }
}

async function transaction<T>(
  client: pg.ClientBase,
  { role, isSnapshot = false }: RoleTransaction,
  work: (query: RoleQuery) => Promise<T>,
): Promise<T> {
  const query: RoleQuery = async (text, values, name) =>
    (
      await client.query({
        text,
        values: values && [...values],
        ...(name !== undefined && { name }),
      } as pg.QueryConfig)
    ).rows;
  await client.query(isSnapshot ? 'begin isolation level repeatable read read only' : 'begin');
  try {
    await client.query("select set_config('role', $1, true)", [role]);
    const result = await work(query);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
