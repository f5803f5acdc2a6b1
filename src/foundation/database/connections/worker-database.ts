import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { LOGINS, type DatabaseLogins } from './logins.js';

export type WorkerQuery = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/**
 * Short transactions as `hearth_worker`, which keeps jobs and reads no record. A pool of its own, so that jobs never
 * wait behind requests nor requests behind jobs; it connects when first used.
 */
@Injectable()
export class WorkerDatabase implements OnApplicationShutdown {
  private pool: pg.Pool | undefined;
  private readonly logger = new Logger('Database');

  constructor(@Inject(LOGINS) private readonly logins: DatabaseLogins) {}

  async transaction<T>(work: (query: WorkerQuery) => Promise<T>): Promise<T> {
    this.pool ??= this.open();
    const client = await this.pool.connect();
    let isIdle = false;
    try {
      await client.query('begin');
      await client.query("select set_config('role', 'hearth_worker', true)");
      const result = await work(
        async (text, values) => (await client.query(text, values ? [...values] : undefined)).rows,
      );
      const { command } = await client.query('commit');
      isIdle = true;
      // After an error that somebody swallowed, PostgreSQL answers a commit by rolling back.
      if (command !== 'COMMIT') throw new Error('The transaction of a job was not committed');
      return result;
    } catch (error) {
      if (!isIdle)
        isIdle = await client.query('rollback').then(
          () => true,
          () => false,
        );
      throw error;
    } finally {
      client.release(!isIdle);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.end();
  }

  private open(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.logins.appUrl,
      application_name: 'hearth worker',
      max: 4,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    // One that dies in our hands says so to its query as well; unheard, the event would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
    pool.on('error', (error: Error & { code?: string }) => {
      this.logger.warn(`an idle connection ended (${error.code ?? error.name})`);
    });
    return pool;
  }
}
