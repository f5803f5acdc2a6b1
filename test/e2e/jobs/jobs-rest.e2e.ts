import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobStreams } from '#src/doors/jobs/job-streams.js';
import { until } from '../../startup/programs.js';
import { createJobsApp, Happening, heeding, type JobsApp, type Somebody } from './jobs.support.js';

let app: JobsApp;
let clerk: Somebody;
let url: string;

beforeAll(async () => {
  app = await createJobsApp();
  clerk = await app.clerk();
  app.handlers.register('test.never', { run: async () => undefined, concurrency: 0 });
  app.handlers.register('test.quick', { run: async () => ({ hearingId: clerk.id, rows: 3 }) });
  app.handlers.register('test.fails', {
    retry: { limit: 0, delaySeconds: 0, backoff: false },
    run: async () => {
      throw new Error('words');
    },
  });
  await app.app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.app.getHttpServer().address() as AddressInfo).port}/api/v1/jobs`;
  app.worker.start();
});
afterAll(() => app?.close());

const enqueue = (kind: string, by = clerk) => app.asClerk(by.id, () => app.jobs.enqueue(kind, {}));
const ask = (method: 'get' | 'delete', id: string, by: Somebody | null = clerk) => {
  const request = app.anybody[method](`/api/v1/jobs/${id}`);
  return by ? request.set('Authorization', by.bearer) : request;
};

describe('getJob', () => {
  it('tells the owner how it stands', async () => {
    const id = await enqueue('test.never');
    const waiting = await ask('get', id);
    expect(waiting.status).toBe(200);
    expect(waiting.headers).toMatchObject({ 'cache-control': 'no-store', 'retry-after': '2' });
    expect(waiting.body).toEqual({
      id,
      kind: 'test.never',
      status: 'queued',
      progress: null,
      result: null,
      error: null,
      attempt: 0,
      createdAt: expect.any(String),
      startedAt: null,
      endedAt: null,
    });
    const done = await enqueue('test.quick');
    await app.reached(done, 'done');
    const answer = await ask('get', done);
    expect(answer.headers).not.toHaveProperty('retry-after');
    expect(answer.body).toMatchObject({
      status: 'done',
      result: { hearingId: clerk.id, rows: 3 },
      error: null,
    });
    const failed = await enqueue('test.fails');
    await app.reached(failed, 'failed');
    const told = await ask('get', failed);
    expect(told.body).toMatchObject({ status: 'failed', error: { code: 'JOB_FAILED' }, result: null });
    expect(told.text).not.toContain('words');
  });

  it('hides it from everybody else as if it were not there', async () => {
    const id = await enqueue('test.never');
    const own = await app.jobs.enqueue('test.never', {});
    const other = await app.clerk();
    const absent = await ask('get', randomUUID(), other);
    for (const [method, job] of [
      ['get', id],
      ['delete', id],
      ['get', own],
    ] as const) {
      const hidden = await ask(method, job, other);
      expect(hidden.status).toBe(404);
      expect({ ...hidden.body, requestId: '', instance: '' }).toEqual({
        ...absent.body,
        requestId: '',
        instance: '',
      });
    }
    expect(
      (await app.anybody.get(`/api/v1/jobs/${id}/events`).set('Authorization', other.bearer)).status,
    ).toBe(404);
    expect((await ask('get', id, null)).status).toBe(401);
    expect((await ask('delete', id, null)).status).toBe(401);
    expect((await ask('get', 'no-uuid')).status).toBe(400);
    expect((await app.row(id))?.['state']).toBe('queued');
  });
});

describe('cancelJob', () => {
  it('keeps a waiting job from ever beginning', async () => {
    let runs = 0;
    const hold = new Happening();
    app.handlers.register('test.second', {
      run: async () => {
        runs += 1;
        await hold.happened;
      },
    });
    const [first, second] = [await enqueue('test.second'), await enqueue('test.second')];
    await app.reached(first, 'running');
    expect((await ask('delete', second)).status).toBe(204);
    expect((await ask('delete', second)).status).toBe(204);
    hold.happen();
    await app.reached(first, 'done');
    const third = await enqueue('test.second');
    await app.reached(third, 'done');
    expect(runs).toBe(2);
    expect((await ask('get', second)).body).toMatchObject({ status: 'cancelled', attempt: 0 });
    expect((await app.admin.query('select from pgboss.job where id = $1', [second])).rowCount).toBe(0);
    const { rows } = await app.admin.query(
      `select actor_id, details from audit.entry where action = 'job.cancelled' and subject_id = $1`,
      [second],
    );
    expect(rows).toEqual([{ actor_id: clerk.id, details: { kind: 'test.second' } }]);
  });

  it('aborts a running job, and what it answers afterwards is not heard', async () => {
    const aborted = new Happening<string>();
    app.handlers.register<Record<string, never>>('test.running', {
      run: (_job, { signal }) =>
        heeding(signal).catch((error: Error) => {
          aborted.happen(error.message);
          return { late: true };
        }),
    });
    const id = await enqueue('test.running');
    await app.reached(id, 'running');
    expect((await ask('delete', id)).status).toBe(204);
    expect(await aborted.happened).toContain('cancelled');
    const after = await enqueue('test.running'); // its turn comes when the first has gone
    await app.reached(after, 'running');
    expect(await app.row(id)).toMatchObject({ state: 'cancelled', result: null });
    expect((await app.admin.query('select from pgboss.job where id = $1', [id])).rowCount).toBe(0);
    await ask('delete', after);
  });

  it('cannot undo what has ended', async () => {
    const id = await enqueue('test.quick');
    await app.reached(id, 'done');
    const answer = await ask('delete', id);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'JOB_ENDED' });
  });
});

describe('the stream of a job', () => {
  const open = (id: string, controller = new AbortController()) =>
    fetch(`${url}/${id}/events`, {
      headers: { authorization: clerk.bearer, 'accept-encoding': 'gzip' },
      signal: controller.signal,
    });
  const eventsOf = (text: string) =>
    text
      .split('\n\n')
      .filter((part) => part.startsWith('event: job\ndata: '))
      .map((part) => JSON.parse(part.slice('event: job\ndata: '.length)) as Record<string, unknown>);

  it('tells each change, and ends with the job', async () => {
    const goOn = new Happening();
    app.handlers.register('test.streamed', {
      run: async (_job, { progress }) => {
        progress(1, 4);
        await goOn.happened;
        progress(4, 4);
        return { rows: 4 };
      },
    });
    const id = await enqueue('test.streamed');
    await app.reached(id, 'running');
    const response = await open(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes('"done":1')) goOn.happen();
    }
    const events = eventsOf(text);
    expect(events[0]).toMatchObject({ id, status: 'running' });
    expect(events.at(-1)).toMatchObject({
      status: 'done',
      progress: { done: 4, total: 4 },
      result: { rows: 4 },
    });
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
    await until(() => app.app.get(JobStreams).count === 0, 'the stream to be forgotten');
  });

  it('of a job that has ended is one event', async () => {
    const id = await enqueue('test.quick');
    await app.reached(id, 'done');
    expect(eventsOf(await (await open(id)).text())).toHaveLength(1);
  });

  it('leaves nothing behind when its client goes', async () => {
    const id = await enqueue('test.never');
    const streams = app.app.get(JobStreams);
    const clients = Array.from({ length: 5 }, () => new AbortController());
    await Promise.all(clients.map((client) => open(id, client)));
    expect(streams.count).toBe(5);
    for (const client of clients) client.abort();
    await until(() => streams.count === 0, 'the streams to be freed');
  });

  it('is refused past what one person may open', async () => {
    const id = await enqueue('test.never');
    const clients = Array.from({ length: 12 }, () => new AbortController());
    await Promise.all(clients.map((client) => open(id, client)));
    const refused = await open(id);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_STREAMS' });
    for (const client of clients) client.abort();
  });

  it('ends when the server stops', async () => {
    const id = await enqueue('test.never');
    const response = await open(id);
    app.app.get(JobStreams).beforeApplicationShutdown();
    expect(eventsOf(await response.text())).toHaveLength(1);
  });
});
