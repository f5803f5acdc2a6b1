import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createConnection } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import request, { type Response } from 'supertest';
import { NOTE_ID, NOTES, SLOW, startHabits } from './http-habits.app.js';

interface Problem {
  code: string;
  status: number;
  instance: string;
  requestId: string;
  errors: { pointer: string; code: string; detail: string }[];
}

let app: NestExpressApplication;
const http = () => request(app.getHttpServer());
const problem = (response: Response) => response.body as Problem;
const first = (response: Response) => problem(response).errors[0];

beforeAll(async () => {
  app = await startHabits({ rateLimitPerMinute: 0 });
});
afterAll(async () => app.close());

describe('problems', () => {
  it('answers an unknown route as problem+json, without the query in the instance', async () => {
    const response = await http().get('/api/v1/nowhere?secret=1').expect(404);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).toEqual({
      type: '/problems/route-not-found',
      title: 'Route not found',
      status: 404,
      detail: 'There is no such route.',
      instance: '/api/v1/nowhere',
      code: 'ROUTE_NOT_FOUND',
      requestId: response.headers['x-request-id'],
    });
  });

  it.each(['/nowhere', '/', '/api', '/api/v1', '/favicon.ico'])(
    'answers %s, outside of the prefix, alike',
    async (path) => {
      const response = await http().get(path).expect(404);
      expect(problem(response)).toMatchObject({ code: 'ROUTE_NOT_FOUND', instance: path });
    },
  );

  it('answers what fails outside of the prefix alike', async () => {
    const body = JSON.stringify({ title: 'a'.repeat(2_000_000) });
    const response = await http()
      .post('/nowhere')
      .set('Content-Type', 'application/json')
      .send(body)
      .expect(413);
    expect(problem(response).code).toBe('BODY_TOO_LARGE');
  });

  it('answers a known path with an unknown method 405, with Allow', async () => {
    const response = await http().put('/api/v1/notes').expect(405);
    expect(response.headers.allow).toBe('GET, HEAD, POST');
  });

  it('answers a fault of the program 500 without a word about it', async () => {
    const response = await http().get('/api/v1/notes/broken').expect(500);
    expect(response.text).not.toContain('Maria');
    expect(problem(response).code).toBe('INTERNAL');
    expect(Object.keys(response.body as object).toSorted()).toEqual(
      ['code', 'instance', 'requestId', 'status', 'title', 'type'].toSorted(),
    );
  });

  it('removes what a handler said about a record before it failed', async () => {
    const response = await http().get('/api/v1/notes/half-told').expect(404);
    expect(response.headers).not.toHaveProperty('etag');
    expect(response.headers).not.toHaveProperty('last-modified');
  });

  it('breaks the connection of an answer that fails in its middle', async () => {
    await expect(http().get('/api/v1/notes/half-sent')).rejects.toThrow(/aborted|hang up/);
  });

  it('takes a sane request id and replaces any other', async () => {
    const sane = await http().get('/api/v1/nowhere').set('X-Request-Id', 'abc-1.2_3');
    expect(problem(sane).requestId).toBe('abc-1.2_3');
    const long = await http().get('/api/v1/nowhere').set('X-Request-Id', 'x'.repeat(65));
    expect(problem(long).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the shape of a request', () => {
  it('comes after 401', async () => {
    const response = await http().get('/api/v1/notes/closed?what=1').expect(401);
    expect(response.headers['www-authenticate']).toContain('Bearer');
  });

  it('refuses an unknown parameter, with and without a query class', async () => {
    for (const path of ['/api/v1/notes?colour=red', `/api/v1/notes/${NOTE_ID}?colour=red`]) {
      const response = await http().get(path).expect(400);
      expect(problem(response).code).toBe('VALIDATION');
      expect(first(response)).toMatchObject({ pointer: '/colour', code: 'UNKNOWN_PARAMETER' });
    }
  });

  it('refuses sort where a list cannot sort, and an unknown key where it can', async () => {
    const response = await http().get('/api/v1/notes?sort=-colour').expect(400);
    expect(first(response)).toMatchObject({ pointer: '/sort', code: 'UNKNOWN_SORT' });
    expect(first(await http().get('/api/v1/notes/plain?sort=id').expect(400))).toMatchObject({
      code: 'UNKNOWN_PARAMETER',
    });
  });

  it.each([
    ['limit=abc', '/limit', 'TYPE'],
    ['limit=2&limit=3', '/limit', 'TYPE'],
    ['madeAt[gte]=yesterday', '/madeAt[gte]', 'FORMAT'],
    ['madeAt[gte][x]=2026-01-01', '/madeAt[gte][x]', 'UNKNOWN_PARAMETER'],
    ['__proto__=1', '/__proto__', 'UNKNOWN_PARAMETER'],
    ['constructor=1', '/constructor', 'UNKNOWN_PARAMETER'],
    ['toString=1', '/toString', 'UNKNOWN_PARAMETER'],
  ])('refuses ?%s', async (query, pointer, code) => {
    expect(first(await http().get(`/api/v1/notes?${query}`).expect(400))).toMatchObject({ pointer, code });
  });

  it('names every wrong place of a body by its pointer', async () => {
    const response = await http()
      .post('/api/v1/notes')
      .send({ colour: 'red', parts: [{ heading: 'a' }, {}, { heading: 7 }, { heading: '' }] })
      .expect(400);
    expect(problem(response).errors.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/colour', 'UNKNOWN_PROPERTY'],
        ['/title', 'REQUIRED'],
        ['/parts/1/heading', 'REQUIRED'],
        ['/parts/2/heading', 'TYPE'],
        ['/parts/3/heading', 'TOO_SHORT'],
      ]),
    );
    expect(problem(response).errors).toHaveLength(5);
  });

  it.each([
    ['an array', '[]', 400],
    ['a bare word', '"x"', 400],
    ['half an object', '{"title":', 400],
    ['nothing', '', 400],
    ['a prototype', '{"title":"a","__proto__":{"x":1}}', 400],
    ['a deep nest', `{"title":${'['.repeat(60)}${']'.repeat(60)}}`, 400],
    ['a NUL', String.raw`{"title":"a\u0000b"}`, 400],
    ['half a surrogate pair', String.raw`{"title":"\ud800"}`, 400],
    ['too much', JSON.stringify({ title: 'a'.repeat(2_000_000) }), 413],
  ])('refuses %s as a body', async (_what, body, status) => {
    const response = await http().post('/api/v1/notes').set('Content-Type', 'application/json').send(body);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
  });

  it('lets a whole surrogate pair through', async () => {
    await http().post('/api/v1/notes').send({ title: '😀' }).expect(201);
  });

  it('refuses NUL in a query and in a path, and says where', async () => {
    const query = await http().get('/api/v1/notes?title=a%00b').expect(400);
    expect(first(query)).toMatchObject({ pointer: '/title', code: 'TEXT_NOT_STORABLE' });
    expect(problem(await http().get('/api/v1/notes/a%00').expect(400)).code).toBe('TEXT_NOT_STORABLE');
  });

  it('refuses a path that cannot be decoded', async () => {
    expect(problem(await http().get('/api/v1/notes/%E0%A4%A').expect(400)).code).toBe('BAD_REQUEST');
  });

  it('refuses a malformed id before looking anything up', async () => {
    expect(first(await http().get('/api/v1/notes/42').expect(400))).toMatchObject({
      pointer: '/noteId',
      code: 'FORMAT',
    });
  });

  it('refuses a body in another form', async () => {
    const response = await http()
      .post('/api/v1/notes')
      .set('Content-Type', 'application/xml')
      .send('<a/>')
      .expect(415);
    expect(problem(response).code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });
});

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

describe('health and metrics', () => {
  it.each(['/health/live', '/api/v1/health/live', '/health/ready', '/api/v1/health/ready'])(
    'answers %s',
    async (path) => {
      const response = await http().get(path).expect(200);
      expect(response.body).toEqual({ status: 'ok' });
      expect(response.headers['cache-control']).toBe('no-store');
    },
  );

  it('gives metrics by route pattern to this machine, and to nobody behind a proxy', async () => {
    await http().get(`/api/v1/notes/${NOTE_ID}`).expect(200);
    const { text } = await http().get('/metrics').expect(200);
    expect(text).toContain('route="/api/v1/notes/:noteId"');
    expect(text).not.toContain(NOTE_ID);
    expect(text).toContain('process_cpu_seconds_total');
    await http().get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(404);
  });

  it('ends a kept-alive connection once it stops, and is not ready', async () => {
    const stopping = await startHabits({});
    await stopping.listen(0, '127.0.0.1');
    const { port } = stopping.getHttpServer().address() as { port: number };
    const socket = createConnection(port, '127.0.0.1');
    socket.setEncoding('utf8');
    let received = '';
    socket.on('data', (part: string) => (received += part));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET /api/v1/notes/slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await SLOW.begun;
    const closing = stopping.close();
    // The answer comes when the server has stopped already: nobody sweeps this connection any more.
    while (stopping.getHttpServer().listening) await setImmediate();
    SLOW.finish();
    await ended;
    await closing;
    expect(received).toMatch(/^HTTP\/1\.1 200/);
  });
});
