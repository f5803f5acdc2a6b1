import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { until } from '../../startup/programs.js';
import { createJobsApp, Happening, heeding, type JobsApp, type Somebody } from './jobs.support.js';

let app: JobsApp;
let clerk: Somebody;

beforeAll(async () => {
  app = await createJobsApp();
  clerk = await app.clerk();
});
afterAll(() => app?.close());

const AT_ONCE = { limit: 2, delaySeconds: 0, backoff: false };

describe('a handler', () => {
  it('runs as the owner of its job, and audits as them', async () => {
    const gate = app.app.get(Gate);
    app.handlers.register('test.owner', {
      run: async (job) => {
        await gate.write(() => app.app.get(AuditLog).record('test.ran', 'job', job.id));
        return { actor: gate.actor().id ?? '', desk: gate.isDesk() };
      },
    });
    app.worker.start();
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.owner', {}));
    expect((await app.reached(id, 'done'))['result']).toEqual({ actor: clerk.id, desk: true });
    const { rows } = await app.admin.query('select actor_id from audit.entry where subject_id = $1', [id]);
    expect(rows).toEqual([{ actor_id: clerk.id }]);
  });

  it('acts with the roles its owner has when it runs', async () => {
    app.handlers.register('test.roles', { run: async () => ({ desk: app.app.get(Gate).isDesk() }) });
    const former = await app.clerk();
    await app.admin.query('delete from access.person_role where person = $1', [former.id]);
    const id = await app.asClerk(former.id, () => app.jobs.enqueue('test.roles', {})).catch(() => '');
    expect(id).not.toBe('');
    expect((await app.reached(id, 'done'))['result']).toEqual({ desk: false });
  });

  it('does not run for an owner whose account was disabled', async () => {
    const gone = await app.clerk();
    await app.admin.query(
      `insert into user_account (id, email, email_key, status) values ($1, $2, $2, 'disabled')`,
      [gone.id, `${gone.id}@example.org`],
    );
    const id = await app.asClerk(gone.id, () => app.jobs.enqueue('test.roles', {}));
    expect(await app.reached(id, 'failed')).toMatchObject({ error_code: 'OWNER_GONE', attempt: 1 });
  });

  it('that fails is tried again, then failed with a code and none of its words', async () => {
    let times = 0;
    app.handlers.register('test.fails', {
      retry: AT_ONCE,
      run: async () => {
        times += 1;
        throw new Error('the name of a witness');
      },
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.fails', {}));
    const row = await app.reached(id, 'failed');
    expect(row).toMatchObject({ error_code: 'JOB_FAILED', attempt: 3 });
    expect(times).toBe(3);
    const { rows } = await app.admin.query<{ all: string }>(
      `select coalesce(string_agg(j::text, ''), '') || (select coalesce(string_agg(q::text, ''), '') from pgboss.job q) as all from job j`,
    );
    expect(rows[0]?.all).not.toContain('witness');
    expect((await app.admin.query(`select from pgboss.job where id = $1`, [id])).rowCount).toBe(0);
  });

  it('waits between its tries', async () => {
    app.handlers.register('test.waits', {
      retry: { limit: 1, delaySeconds: 600, backoff: true },
      run: async () => {
        throw new Error('no');
      },
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.waits', {}));
    await until(async () => (await app.row(id))?.['attempt'] === 1, 'the first try');
    await app.reached(id, 'queued');
    const { rows } = await app.admin.query<{ waits: boolean }>(
      `select state = 'retry' and start_after > now() + interval '5 minutes' as waits from pgboss.job where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ waits: true }]);
  });

  it('that refuses fails at once with its own code; what may pass is tried again', async () => {
    let refusals = 0;
    app.handlers.register<{ kind: string }>('test.refuses', {
      retry: AT_ONCE,
      run: async ({ payload }) => {
        refusals += 1;
        throw new DomainError(payload.kind as 'rule', 'NOT_LIKE_THIS', 'no');
      },
    });
    const rule = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.refuses', { kind: 'rule' }));
    expect(await app.reached(rule, 'failed')).toMatchObject({ error_code: 'NOT_LIKE_THIS', attempt: 1 });
    expect(refusals).toBe(1);
    const away = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.refuses', { kind: 'unavailable' }));
    expect(await app.reached(away, 'failed')).toMatchObject({ error_code: 'NOT_LIKE_THIS', attempt: 3 });
  });

  it('that answers words instead of ids fails', async () => {
    app.handlers.register('test.talks', {
      retry: { ...AT_ONCE, limit: 0 },
      run: async () => ({ said: 'what she told us' }),
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.talks', {}));
    expect(await app.reached(id, 'failed')).toMatchObject({ error_code: 'JOB_FAILED', result: null });
  });

  it('that runs too long is aborted', async () => {
    app.handlers.register('test.long', {
      expireInSeconds: 1,
      retry: { ...AT_ONCE, limit: 0 },
      run: (_job, { signal }) => heeding(signal),
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.long', {}));
    expect(await app.reached(id, 'failed')).toMatchObject({ error_code: 'JOB_EXPIRED' });
  });

  it('tells how far it is, the last of it for certain', async () => {
    app.handlers.register('test.counts', {
      run: async (_job, { progress }) => {
        for (let done = 0; done <= 1_000; done += 1) progress(done, 1_000);
        return { rows: 1_000 };
      },
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.counts', {}));
    await app.reached(id, 'done');
    expect(await app.jobs.find(clerk.id, id)).toMatchObject({
      progress: { done: 1_000, total: 1_000 },
      result: { rows: 1_000 },
    });
  });

  it('runs one at a time of its kind, unless it says otherwise', async () => {
    let running = 0;
    let most = 0;
    const run = async () => {
      running += 1;
      most = Math.max(most, running);
      await app.admin.query('select 1');
      running -= 1;
    };
    app.handlers.register('test.single', { run });
    const ids = await Promise.all([1, 2, 3, 4].map(() => app.jobs.enqueue('test.single', {})));
    await Promise.all(ids.map((id) => app.reached(id, 'done')));
    expect(most).toBe(1);
    const meeting = new Happening();
    app.handlers.register('test.meet', {
      concurrency: 3,
      run: async () => {
        running += 1;
        if (running === 3) meeting.happen();
        await meeting.happened; // three at once, or never
      },
    });
    running = 0;
    const three = await Promise.all([1, 2, 3].map(() => app.jobs.enqueue('test.meet', {})));
    await Promise.all(three.map((id) => app.reached(id, 'done')));
  });

  it('goes on when the database has gone and come back', async () => {
    const begun = new Happening();
    const goOn = new Happening();
    app.handlers.register('test.outlives', {
      run: async () => {
        begun.happen();
        await goOn.happened;
        return { ok: true };
      },
    });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.outlives', {}));
    await begun.happened;
    const { rowCount } = await app.admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name in ('hearth worker', 'hearth listener')`,
    );
    expect(rowCount).toBeGreaterThan(1);
    goOn.happen();
    expect(await app.reached(id, 'done')).toMatchObject({ attempt: 1, result: { ok: true } });
    const after = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.counts', {}));
    await app.reached(after, 'done');
  });
});

it('counts for /metrics', async () => {
  const { text } = await app.anybody.get('/metrics').set('Host', 'localhost');
  expect(text).toMatch(/^hearth_jobs\{state="queued"\} \d+$/m);
  expect(text).toMatch(/^hearth_jobs\{state="failed"\} [1-9]\d*$/m);
  expect(text).toMatch(/^hearth_jobs_oldest_queued_seconds \d/m);
});
