import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Response } from 'supertest';
import { NOTE_ID, NOTES, startHabits } from './http-habits.app.js';
import type { Problem } from './http-habits.support.js';

let app: NestExpressApplication;
const http = () => request(app.getHttpServer());
const problem = (response: Response) => response.body as Problem;

beforeAll(async () => {
  app = await startHabits({ rateLimitPerMinute: 0 });
});
afterAll(async () => app.close());

describe('lists', () => {
  it('pages to the end and back, with Link', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/api/v1/notes?sort=-title&limit=2';
    let last = '';
    while (path !== undefined) {
      const response: Response = await http().get(path).expect(200);
      const { items, next } = response.body as { items: { title: string }[]; next: string | null };
      seen.push(...items.map(({ title }) => title));
      last = path;
      path = /<([^>]+)>; rel="next"/.exec(response.headers.link ?? '')?.[1];
      expect(path === undefined).toBe(next === null);
    }
    expect(seen).toEqual(NOTES.map(({ title }) => title).toReversed());
    const prev = /<([^>]+)>; rel="prev"/.exec((await http().get(last)).headers.link ?? '')?.[1];
    expect(prev).toContain('sort=-title&limit=2&cursor=');
    const back = await http().get(prev!).expect(200);
    expect((back.body as { items: { title: string }[] }).items.map(({ title }) => title)).toEqual(
      seen.slice(2, 4),
    );
  });

  it('clamps the limit', async () => {
    const items = async (limit: number) =>
      ((await http().get(`/api/v1/notes?limit=${limit}`).expect(200)).body as { items: unknown[] }).items
        .length;
    expect(await items(0)).toBe(1);
    expect(await items(-5)).toBe(1);
    expect(await items(100_000)).toBe(NOTES.length);
  });

  it('opens a cursor for its caller and its query alone', async () => {
    const { body } = await http().get('/api/v1/notes?limit=2').expect(200);
    const cursor = (body as { next: string }).next;
    await http().get(`/api/v1/notes?cursor=${cursor}`).expect(200);
    const others = [
      http().get(`/api/v1/notes?cursor=${cursor}`).set('Authorization', 'Bearer desk'),
      http().get(`/api/v1/notes?title=x&cursor=${cursor}`),
      http().get(`/api/v1/notes/plain?cursor=${cursor}`),
      http().get('/api/v1/notes?cursor=AAAA'),
      http().get('/api/v1/notes?cursor='),
    ];
    for (const other of others) expect(problem(await other.expect(400)).code).toBe('CURSOR_INVALID');
  });

  it('counts on request only', async () => {
    const { body, headers } = await http()
      .get('/api/v1/notes')
      .set('Prefer', 'return=total-count')
      .expect(200);
    expect(body).toHaveProperty('total', NOTES.length);
    expect(headers['preference-applied']).toBe('return=total-count');
    const plain = await http().get('/api/v1/notes').expect(200);
    expect(plain.body).not.toHaveProperty('total');
    expect(plain.headers).not.toHaveProperty('preference-applied');
  });

  it('answers 304 to the same page, cursors and all', async () => {
    const { headers } = await http().get('/api/v1/notes?limit=2').expect(200);
    const etag: string = headers.etag ?? 'none';
    await http().get('/api/v1/notes?limit=2').set('If-None-Match', etag).expect(304);
  });

  it('is compressed for who asks', async () => {
    const response = await http().get('/api/v1/notes/long').set('Accept-Encoding', 'gzip').expect(200);
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(response.headers.vary).toMatch(/Accept-Encoding/);
  });
});

describe('one record', () => {
  const id = NOTE_ID;

  it('carries its revision as a strong ETag and answers 304', async () => {
    const { headers, body } = await http().get(`/api/v1/notes/${id}`).expect(200);
    expect(headers.etag).toMatch(/^"7\.[\w-]{16}"$/);
    expect(headers['cache-control']).toBe('no-cache');
    expect(Object.keys(body as object)).toEqual(['id', 'title']);
    const again = await http()
      .get(`/api/v1/notes/${id}`)
      .set('If-None-Match', String(headers.etag))
      .expect(304);
    expect(again.text).toBe('');
  });

  it.each(['', '/outside', '/long'])(
    'digests the very bytes that it sends, of %s, however it is asked',
    async (more) => {
      const path = `/api/v1/notes/${id}${more}`;
      const { headers, text } = await http().get(path).set('Accept-Encoding', 'identity').expect(200);
      const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16);
      expect(headers).toMatchObject({
        etag: `"7.${digest}"`,
        'content-type': 'application/json; charset=utf-8',
        'content-length': `${Buffer.byteLength(text)}`,
      });
      const zipped = await http().get(path).set('Accept-Encoding', 'gzip').expect(200);
      expect([zipped.headers.etag, zipped.text]).toEqual([headers.etag, text]);
      expect(zipped.headers['content-encoding']).toBe(more === '/long' ? 'gzip' : undefined);
      const head = await http().head(path).set('Accept-Encoding', 'identity').expect(200);
      expect(head.text).toBeUndefined();
      for (const name of ['etag', 'content-type', 'content-length']) {
        expect(head.headers[name]).toBe(headers[name]);
      }
      for (const method of ['get', 'head'] as const) {
        const same = await http()[method](path).set('If-None-Match', String(headers.etag)).expect(304);
        expect(same.headers.etag).toBe(headers.etag);
        expect(same.headers).not.toHaveProperty('content-type');
        expect(same.headers).not.toHaveProperty('content-length');
      }
    },
  );

  it('is what the outermost interceptor makes of it', async () => {
    const { body } = await http().get(`/api/v1/notes/${id}/outside`).expect(200);
    expect(body).toEqual({ id, title: 'a, seen from outside' });
  });

  it.each([
    [undefined, 428, 'IF_MATCH_REQUIRED'],
    ['"6"', 412, 'STALE'],
    ['W/"7"', 412, 'STALE'],
    ['7', 400, 'VALIDATION'],
  ])('refuses a change with If-Match %s', async (ifMatch, status, code) => {
    const change = http().patch(`/api/v1/notes/${id}`).send({ title: 'b' });
    const response = await (ifMatch === undefined ? change : change.set('If-Match', ifMatch));
    expect([response.status, problem(response).code]).toEqual([status, code]);
    if (status === 412) expect(response.headers.etag).toBe('"7"');
  });

  it.each(['"7"', '"7.shownOtherwise"', '"6", "7"', '*'])(
    'takes a change with If-Match %s',
    async (ifMatch) => {
      await http().patch(`/api/v1/notes/${id}`).set('If-Match', ifMatch).send({ title: 'b' }).expect(200);
    },
  );

  it('reads the idempotency key', async () => {
    const send = (key: string) =>
      http().post('/api/v1/notes').set('Idempotency-Key', key).send({ title: 'a' });
    expect((await send('k-1').expect(201)).body).toMatchObject({ key: 'k-1' });
    await send('with space').expect(400);
    await send('x'.repeat(256)).expect(400);
  });

  it('is private to who reads with a key', async () => {
    const response = await http().get(`/api/v1/notes/${id}`).set('Authorization', 'Bearer desk').expect(200);
    expect(response.headers['cache-control']).toBe('private, no-cache');
    expect(response.headers.vary).toContain('Authorization');
  });
});

describe('every answer', () => {
  it('has the headers that keep a browser still, and not the name of the software', async () => {
    const { headers } = await http().get('/api/v1/notes').expect(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('counts requests of a network and refuses past the quota, health excepted', async () => {
    const small = await startHabits({ rateLimitPerMinute: 2 });
    try {
      const get = (path: string) => request(small.getHttpServer()).get(path);
      const { headers } = await get('/api/v1/notes').expect(200);
      expect(headers['ratelimit-policy']).toBe('"default";q=2;w=60');
      expect(headers.ratelimit).toMatch(/^"default";r=1;t=\d+$/);
      await get('/api/v1/notes').expect(200);
      const refused = await get('/api/v1/notes').expect(429);
      expect(problem(refused).code).toBe('RATE_LIMITED');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      await get('/health/live').expect(200);
      // Nobody chooses another address by a header unless a proxy is trusted.
      await get('/api/v1/notes').set('X-Forwarded-For', '203.0.113.9').expect(429);
    } finally {
      await small.close();
    }
  });
});
