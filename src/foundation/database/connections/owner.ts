import pg from 'pg';

export type OwnerQuery = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/** One transaction as the database's owner: for the command line alone, never for a request. */
export async function withOwner<T>(ownerUrl: string, work: (query: OwnerQuery) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'hearth owner',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    await client.query('begin');
    const result = await work(
      async (text, values) => (await client.query(text, values ? [...values] : undefined)).rows,
    );
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
