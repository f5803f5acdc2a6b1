import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Idempotency } from '#src/foundation/database/index.js';
import { createJobsApp, type JobsApp, type Somebody } from './jobs.support.js';

let app: JobsApp;
let clerk: Somebody;
const ran: string[] = [];

beforeAll(async () => {
  app = await createJobsApp();
  clerk = await app.clerk();
  app.handlers.register<{ name: string }>('test.note', {
    run: async ({ payload }) => void ran.push(payload.name),
  });
  app.worker.start();
});
afterAll(() => app?.close());

const queued = async (): Promise<number> =>
  (await app.admin.query('select from pgboss.job where name = $1', ['test.note'])).rowCount ?? -1;

describe('a job', () => {
  it('of a transaction that is rolled back never was', async () => {
    await expect(
      app.asClerk(clerk.id, async () => {
        await app.jobs.enqueue('test.note', { name: 'rolled-back' });
        throw new Error('thought better of it');
      }),
    ).rejects.toThrow('thought better of it');
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.note', { name: 'kept' }));
    await app.reached(id, 'done');
    expect(ran).toEqual(['kept']);
    expect((await app.admin.query('select from job')).rowCount).toBe(1);
  });

  it('leaves the queue when it is done, and stays for its owner', async () => {
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.note', { name: 'once' }));
    const row = await app.reached(id, 'done');
    expect(row).toMatchObject({ owner_id: clerk.id, kind: 'test.note', attempt: 1, error_code: null });
    expect(await queued()).toBe(0);
    expect(await app.jobs.find(clerk.id, id)).toMatchObject({ id, state: 'done', progress: null });
    expect(await app.jobs.find(randomUUID(), id)).toBeNull();
  });

  it('is one, however often its request is sent', async () => {
    const idempotency = app.app.get(Idempotency);
    const key = randomUUID();
    const request = () =>
      app.asClerk(clerk.id, () =>
        idempotency.once({
          key,
          operation: 'test',
          payload: {},
          create: () => app.jobs.enqueue('test.note', { name: key }),
        }),
      );
    const first = await request();
    expect(await request()).toBe(first);
    const [left, right] = await Promise.allSettled([request(), request()]);
    for (const answer of [left, right]) {
      if (answer?.status === 'fulfilled') expect(answer.value).toBe(first);
      else expect(answer?.reason).toMatchObject({ code: 'IDEMPOTENCY_IN_FLIGHT' });
    }
    await app.reached(first, 'done');
    expect(ran.filter((name) => name === key)).toEqual([key]);
  });

  it('may be the program’s own, which nobody reads', async () => {
    const id = await app.jobs.enqueue('test.note', { name: 'own' });
    expect(await app.reached(id, 'done')).toMatchObject({ owner_id: null });
    expect(await app.jobs.find(clerk.id, id)).toBeNull();
    const of = await app.asClerk(clerk.id, () =>
      app.jobs.enqueue('test.note', { name: 'x' }, { owner: null }),
    );
    expect(await app.reached(of, 'done')).toMatchObject({ owner_id: null });
  });

  it('is never somebody else’s by the word of who enqueues', async () => {
    const other = await app.clerk();
    const forged = () => app.jobs.enqueue('test.note', { name: 'forged' }, { owner: other.id });
    await expect(app.asClerk(clerk.id, forged)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a kind that no room knows, or that holds words, is an error', async () => {
    await expect(app.jobs.enqueue('test.nobody', {})).rejects.toThrow('No room handles');
    await expect(app.jobs.enqueue('test.note', { name: 'the words of a witness' })).rejects.toThrow(
      'neither an id',
    );
    // A queue that somebody dropped: pg-boss itself would answer null.
    app.handlers.register('test.gone', { run: async () => undefined });
    await app.jobs.enqueue('test.gone', {});
    await app.admin.query(`delete from pgboss.job where name = 'test.gone'`);
    await app.admin.query(`select pgboss.delete_queue('test.gone')`);
    await expect(app.jobs.enqueue('test.gone', {})).rejects.toThrow('no queue');
  });
});

describe('the database', () => {
  it('gives the queue to the worker alone, and lets writers only put in', async () => {
    const { rows } = await app.admin.query<{ may: string }>(
      `select r || ' ' || p as may
         from unnest(array['hearth_app', 'hearth_public', 'hearth_staff', 'hearth_commission', 'hearth_both', 'hearth_jobs']) r,
              unnest(array['select', 'update', 'delete', 'truncate']) p
        where has_table_privilege(r, 'pgboss.job', p)`,
    );
    expect(rows).toEqual([]);
    const { rows: able } = await app.admin.query<{ r: string }>(
      `select r from unnest(array['hearth_app', 'hearth_public', 'hearth_staff', 'hearth_worker']) r
        where has_function_privilege(r, 'ensure_job_queue(text)', 'execute') or has_function_privilege(r, 'job_actor(uuid)', 'execute')`,
    );
    expect(able).toEqual([{ r: 'hearth_worker' }]);
  });

  it('lets an owner make nothing of a job but a cancelled one', async () => {
    app.handlers.register('test.never', { run: async () => undefined, concurrency: 0 });
    const id = await app.asClerk(clerk.id, () => app.jobs.enqueue('test.never', {}));
    const asOwner = async (set: string) => {
      const client = await app.admin.connect();
      try {
        await client.query('begin');
        await client.query(
          `select set_config('hearth.person', $1, true), set_config('role', 'hearth_jobs', true)`,
          [clerk.id],
        );
        return (await client.query(`update job set ${set} where id = $1`, [id])).rowCount;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    await expect(asOwner(`state = 'done', ended_at = now()`)).rejects.toMatchObject({ code: '42501' });
    await expect(asOwner(`result = '{}'`)).rejects.toMatchObject({ code: '42501' });
    expect(await asOwner(`state = 'cancelled', ended_at = now()`)).toBe(1);
  });
});
