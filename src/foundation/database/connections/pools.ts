import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { LOGINS, type DatabaseLogins } from './logins.js';

const COMMON = { min: 2, idleTimeoutMillis: 0, connectionTimeoutMillis: 5_000, keepAlive: true } as const;

/**
 * The two read pools. The public one logs in as `hearth_public` and needs no transaction; the other logs in
 * as `hearth_app` and pipelines BEGIN, settings, query and COMMIT into one round trip.
 */
@Injectable()
export class Pools implements OnApplicationShutdown {
  readonly public: pg.Pool;
  readonly signedIn: pg.Pool;
  private readonly logger = new Logger('Database');

  constructor(@Inject(LOGINS) logins: DatabaseLogins) {
    this.public = this.pool(logins.publicUrl, 'hearth public', false);
    this.signedIn = this.pool(logins.appUrl, 'hearth signed-in', true);
  }

  private pool(connectionString: string, name: string, pipeline: boolean): pg.Pool {
    const pool = new pg.Pool({
      ...COMMON,
      max: 10,
      connectionString,
      application_name: name,
      pipeline,
    });
    // One that dies in use says so to its query as well; the event unheard would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
    // An idle connection that dies (the server restarted) must not end the process: the next query takes a new one.
    pool.on('error', (error: Error & { code?: string }) => {
      this.logger.warn(`an idle connection ended (${error.code ?? error.name})`);
    });
    return pool;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.public.end(), this.signedIn.end()]);
  }
}
