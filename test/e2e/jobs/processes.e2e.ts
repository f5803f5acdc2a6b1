import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JobHandlers } from '#src/foundation/jobs/index.js';
import { createApplication, listen } from '#src/http-server.js';
import { loadConfig } from '#src/foundation/config/index.js';
import { endAll, Program, until } from '../../startup/programs.js';
import { createJobsApp, heeding, type JobsApp, type Somebody } from './jobs.support.js';

let app: JobsApp;
let clerk: Somebody;

beforeAll(async () => {
  app = await createJobsApp();
  clerk = await app.clerk();
  app.handlers.register('test.held', { run: async () => ({ by: 'another' }) });
});
afterEach(endAll);
afterAll(() => app?.close());

const worker = (): Program =>
  new Program('programs/worker.ts', [], {
    env: { DATABASE_URL: app.database.ownerUrl, HEARTH_JOB_LEASE_SECONDS: '2', LOG_LEVEL: 'silent' },
  });
const enqueue = () => app.asClerk(clerk.id, () => app.jobs.enqueue('test.held', {}));

describe('a job', () => {
  it('of a worker that was killed comes back by itself, and another does it', async () => {
    const id = await enqueue();
    const first = worker();
    expect(await first.line(0)).toBe(`${id} 1`);
    await first.kill('SIGKILL');
    expect(await app.row(id)).toMatchObject({ state: 'running' });
    const second = worker();
    expect(await second.line(0)).toBe(`${id} 2`);
    await second.kill('SIGKILL');
    app.worker.start();
    expect(await app.reached(id, 'done')).toMatchObject({ attempt: 3, result: { by: 'another' } });
    expect((await app.admin.query('select from pgboss.job')).rowCount).toBe(0);
  }, 90_000);
});

describe('a server that stops', () => {
  it('puts back what it runs, at no cost of a try, and another goes on', async () => {
    const other = await createJobsApp();
    try {
      other.handlers.register('test.stopped', {
        retry: { limit: 0, delaySeconds: 0, backoff: false },
        run: (_job, { signal }) => heeding(signal),
      });
      other.worker.start();
      const id = await other.jobs.enqueue('test.stopped', {});
      await until(async () => (await other.row(id))?.['attempt'] === 1, 'its beginning');
      await other.worker.beforeApplicationShutdown();
      expect(await other.row(id)).toMatchObject({ state: 'queued', runner: null, ended_at: null });
      const { rows } = await other.admin.query('select state, retry_count from pgboss.job where id = $1', [
        id,
      ]);
      expect(rows).toEqual([{ state: 'created', retry_count: 0 }]);
    } finally {
      await other.close();
    }
  });

  it('ends although a handler runs, and says so to the others', async () => {
    const program = worker();
    const held = await createHeld(program);
    await program.kill('SIGTERM');
    const { rows } = await app.admin.query(`select retry_count as n from pgboss.job where id = $1`, [held]);
    expect(rows.every(({ n }: { n: number }) => n === 0)).toBe(true);
    expect(await app.reached(held, 'done')).toMatchObject({ result: { by: 'another' } });
  }, 60_000);
});

/** A job that this program, and not the worker of this file, has begun: one after the other until it has. */
async function createHeld(program: Program): Promise<string> {
  for (;;) {
    const id = await enqueue();
    await until(
      async () => program.stdout.includes(id) || (await app.row(id))?.['state'] === 'done',
      'the job to be begun',
    );
    if (program.stdout.includes(id)) return id;
  }
}

describe('HEARTH_WORKER', () => {
  it('false leaves jobs to the processes where it is true', async () => {
    const ranBy = { on: 0, off: 0 };
    const serve = async (name: 'on' | 'off') => {
      const config = loadConfig({
        HEARTH_WORKER: String(name === 'on'),
        PORT: '0',
        LOG_LEVEL: 'silent',
        HEARTH_DATA_DIR: '/tmp/hearth-jobs-test',
      });
      const made = await createApplication({ config, logins: app.database.logins, secret: randomBytes(32) });
      made.app.get(JobHandlers).register('test.where', { run: async () => void (ranBy[name] += 1) });
      await listen(made, config);
      return made;
    };
    const off = await serve('off');
    const on = await serve('on');
    try {
      app.handlers.register('test.where', { run: async () => undefined, concurrency: 0 });
      const ids = await Promise.all(Array.from({ length: 12 }, () => app.jobs.enqueue('test.where', {})));
      await Promise.all(ids.map((id) => app.reached(id, 'done')));
      expect(ranBy).toEqual({ on: 12, off: 0 });
    } finally {
      await Promise.all([off.close(), on.close()]);
    }
  });
});
