import pg from 'pg';
import type { HearthConfig } from '#src/foundation/config/index.js';
import { UnitOfWork } from '#src/foundation/database/index.js';
import { type Job, JobHandlers, Jobs, JobWorker } from '#src/foundation/jobs/index.js';
import { parseBearer } from '#src/trust/accounts/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { until } from '../../startup/programs.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export interface Somebody {
  readonly bearer: string;
  readonly id: string;
}

export interface JobsApp extends TestApp {
  readonly jobs: Jobs;
  readonly handlers: JobHandlers;
  readonly worker: JobWorker;
  readonly admin: pg.Pool;
  clerk(): Promise<Somebody>;
  /** What a use case does: a transaction as this clerk with an audit row, in which `work` runs. */
  asClerk<T>(person: string, work: () => Promise<T>): Promise<T>;
  /** The row of a job, whoever's it is. */
  row(id: string): Promise<Record<string, unknown> | undefined>;
  /** Resolves once the job is in this state. */
  reached(id: string, state: Job['state']): Promise<Record<string, unknown>>;
}

export async function createJobsApp(settings: Partial<HearthConfig> = {}): Promise<JobsApp> {
  const test = await createTestApp({ jobLeaseSeconds: 2, ...settings });
  const admin = new pg.Pool({ connectionString: test.database.adminUrl, max: 4 });
  const unitOfWork = test.app.get(UnitOfWork);
  const audit = test.app.get(AuditLog);
  const row = async (id: string) =>
    (await admin.query<Record<string, unknown>>('select * from job where id = $1', [id])).rows[0];
  return {
    ...test,
    admin,
    jobs: test.app.get(Jobs),
    handlers: test.app.get(JobHandlers),
    worker: test.app.get(JobWorker),
    row,
    async clerk() {
      const bearer = await test.bearer('clerk');
      const { rows } = await admin.query<{ actor_id: string }>(
        'select actor_id from api_key where prefix = $1',
        [parseBearer(bearer)?.prefix],
      );
      return { bearer, id: rows[0]?.actor_id ?? '' };
    },
    asClerk: (person, work) =>
      unitOfWork.run({ role: 'hearth_staff', person }, async () => {
        await audit.record('test.done', 'test', person);
        return work();
      }),
    async reached(id, state) {
      let found: Record<string, unknown> | undefined;
      await until(async () => (found = await row(id))?.['state'] === state, `${id} to be ${state}`);
      return found ?? {};
    },
    async close() {
      await admin.end();
      await test.close();
    },
  };
}

/** Something to wait for that a handler does. */
export class Happening<T = void> {
  readonly happened: Promise<T>;
  happen: (value: T) => void = () => undefined;

  constructor() {
    this.happened = new Promise<T>((resolve) => (this.happen = resolve));
  }
}

/** Rejects once the signal is aborted: a handler that heeds it. */
export function heeding(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
}
