import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';

describe('zones', () => {
  let hearth: TestApp;
  let clerk: string;

  beforeAll(async () => {
    hearth = await createTestApp();
    clerk = await hearth.bearer('clerk');
  });
  afterAll(() => hearth.close());

  const create = (number: number, name: string) =>
    hearth.anybody.post('/api/v1/zones').set('Authorization', clerk).send({ number, name });

  it('are made by a clerk and read by anybody', async () => {
    const made = await create(8, 'San Diego');
    expect(made.status).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1/zones/${made.body.id}`);
    const read = await hearth.anybody.get(`/api/v1/zones/${made.body.id}`);
    expect(read.body).toEqual({ id: made.body.id, number: 8, name: 'San Diego', counties: [] });
    expect(read.headers['etag']).toBe(made.headers['etag']);
  });

  it('are changed only by who has seen them as they are', async () => {
    const made = await create(7, 'Los Angles');
    const url = `/api/v1/zones/${made.body.id}`;
    const change = (etag: string) =>
      hearth.anybody
        .patch(url)
        .set('Authorization', clerk)
        .set('If-Match', etag)
        .send({ name: 'Los Angeles' });
    expect((await change(made.headers['etag'] as string)).body.name).toBe('Los Angeles');
    const stale = await change(made.headers['etag'] as string);
    expect(stale.status).toBe(412);
    expect(stale.body.code).toBe('STALE');
    expect((await hearth.anybody.patch(url).set('Authorization', clerk).send({})).status).toBe(428);
  });

  it('refuse a number twice, and writing without a key or with a wrong one', async () => {
    await create(6, 'Anaheim');
    expect((await create(6, 'Fresno')).body.code).toBe('ZONE_NUMBER_TAKEN');
    expect((await hearth.anybody.post('/api/v1/zones').send({ number: 1, name: 'x' })).status).toBe(401);
    const wrong = `${clerk.slice(0, -1)}${clerk.endsWith('A') ? 'B' : 'A'}`;
    expect((await hearth.anybody.get('/api/v1/zones').set('Authorization', wrong)).status).toBe(401);
    const commissioner = await hearth.bearer('commissioner');
    const refused = await hearth.anybody.post('/api/v1/zones').set('Authorization', commissioner).send({});
    expect(refused.status).toBe(403);
  });
});
