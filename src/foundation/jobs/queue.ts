import { Injectable } from '@nestjs/common';
import type PgBoss from 'pg-boss';
import { WorkerDatabase, type WorkerQuery } from '#src/foundation/database/index.js';
import type { JobData } from './job.js';
import type { KnownHandler } from './job-handlers.js';

export interface Taken {
  readonly id: string;
  readonly kind: string;
  readonly payload: JobData;
}

/**
 * pg-boss, without its own loops: every statement runs in a transaction of ours, together with the row that the
 * owner sees. What has ended is removed, so that the queue holds what is still to be done and nothing else.
 */
@Injectable()
export class Queue {
  private boss: Promise<PgBoss> | undefined;
  private readonly known = new Set<string>();

  constructor(private readonly database: WorkerDatabase) {}

  /** Makes the queue of a kind, the first time that any process meets it. */
  async ensure(kind: string): Promise<void> {
    if (this.known.has(kind)) return;
    await this.database.transaction((query) => query('select ensure_job_queue($1)', [kind]));
    this.known.add(kind);
  }

  async send(query: WorkerQuery, taken: Taken, { retry, expireInSeconds }: KnownHandler): Promise<void> {
    const boss = await this.library();
    const id = await boss.send(taken.kind, taken.payload, {
      id: taken.id,
      retryLimit: retry.limit,
      retryDelay: retry.delaySeconds,
      retryBackoff: retry.backoff,
      expireInSeconds,
      db: transactional(query),
    });
    // pg-boss is silent about a queue that is not there.
    if (id === null) throw new Error(`There is no queue for jobs of kind ${taken.kind}`);
  }

  /** Of these kinds, those with something to do now. */
  async due(query: WorkerQuery, kinds: readonly string[]): Promise<string[]> {
    const rows = await query<{ name: string }>(
      `select k.name from unnest($1::text[]) k (name) where exists
         (select from pgboss.job j where j.name = k.name and j.state < 'active' and j.start_after < now())`,
      [kinds],
    );
    return rows.map(({ name }) => name);
  }

  async take(query: WorkerQuery, kind: string): Promise<Taken | undefined> {
    const boss = await this.library();
    let trouble: unknown;
    // pg-boss answers with no job when the statement fails.
    const db = transactional(async (text, values) => {
      try {
        return await query(text, values);
      } catch (error) {
        trouble = error;
        throw error;
      }
    });
    const [job] = await boss.fetch<JobData>(kind, { batchSize: 1, db });
    if (trouble !== undefined) throw trouble;
    return job && { id: job.id, kind, payload: job.data };
  }

  /** To be tried again after its delay; false, and out of the queue, when that was the last time. */
  async retry(query: WorkerQuery, kind: string, id: string): Promise<boolean> {
    const boss = await this.library();
    const db = transactional(query);
    const job = await boss.getJobById(kind, id, { includeArchive: false, db });
    if (job && job.retryCount < job.retryLimit) {
      await boss.fail(kind, id, {}, { db }); // what it failed of is not the queue's to keep
      return true;
    }
    await this.remove(query, kind, id);
    return false;
  }

  /** As if it had never been taken: a server that stops is no failure of the job's. pg-boss has no word for that. */
  async putBack(query: WorkerQuery, kind: string, id: string): Promise<void> {
    await query(
      `update pgboss.job set state = 'created', started_on = null, start_after = now()
        where name = $1 and id = $2 and state = 'active'`,
      [kind, id],
    );
  }

  async remove(query: WorkerQuery, kind: string, id: string): Promise<void> {
    const boss = await this.library();
    await boss.deleteJob(kind, id, { db: transactional(query) });
  }

  /** Read when first needed: a start, and most requests, do without it. */
  private library(): Promise<PgBoss> {
    this.boss ??= import('pg-boss').then(({ default: Boss }) => {
      const executeSql = (): never => {
        throw new Error('a statement of pg-boss outside a transaction of ours');
      };
      return new Boss({ db: { executeSql }, migrate: false, supervise: false, schedule: false });
    });
    return this.boss;
  }
}

function transactional(query: WorkerQuery): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await query(text, values) }) };
}
