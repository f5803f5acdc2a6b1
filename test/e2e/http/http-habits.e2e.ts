import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request, { type Response } from 'supertest';
import { NOTE_ID, startHabits } from './http-habits.app.js';
import type { Problem } from './http-habits.support.js';

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
