import { Client } from 'pg';
import type { Desk } from '../hearings/hearings.support.js';

const WAITING = `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where not l.granted and a.datname = current_database()`;

/**
 * Two at once by locks and not by luck: holds what `lock` takes, starts the requests, and lets them go when all of
 * them wait. Requests that wait for nothing, and so are not ordered by anything, fail it.
 */
export async function together<T>(
  desk: Desk,
  lock: string,
  requests: (() => PromiseLike<T>)[],
): Promise<T[]> {
  const [holder, watcher] = await Promise.all([connect(desk), connect(desk)]);
  try {
    await holder.query('begin');
    await holder.query(lock);
    let ended = 0;
    const running = Promise.all(
      requests.map((request) => request().then((answer) => ((ended += 1), answer))),
    );
    for (;;) {
      const { rows } = await watcher.query<{ n: number }>(WAITING);
      if (rows[0]?.n === requests.length) break;
      if (ended > 0) throw new Error('a request waited for nobody');
    }
    await holder.query('rollback');
    return await running;
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
}

async function connect(desk: Desk): Promise<Client> {
  const client = new Client({ connectionString: desk.database.adminUrl });
  await client.connect();
  return client;
}
