import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import type { Person } from '../../support/people.js';

const KEYS = '/api/v1/api-keys';
const ZONES = '/api/v1/zones';
const soon = (): string => new Date(Date.now() + 30 * 86_400_000).toISOString();

describe('API keys', () => {
  let hearth: TestApp;
  let clerk: Person;
  let admin: Person;

  beforeAll(async () => {
    hearth = await createTestApp();
    clerk = await hearth.person(['clerk']);
    admin = await hearth.person(['admin']);
  });

  afterAll(() => hearth.close());

  const create = (by: Person, wish: object = {}) =>
    hearth.anybody
      .post(KEYS)
      .set(by.headers)
      .send({ name: 'script', scopes: ['commission:read'], expiresAt: soon(), ...wish });

  const makeZone = (key: string, number: number) =>
    hearth.anybody
      .post(ZONES)
      .set('Authorization', `Bearer ${key}`)
      .send({ number, name: `Zone ${number}` });

  it('are shown once, and do what their scopes say', async () => {
    const writing = await create(clerk, { scopes: ['commission:write'] }).expect(201);
    expect(writing.body).toMatchObject({ ownerId: clerk.id, scopes: ['commission:write'], lastUsedOn: null });
    const made = await makeZone(writing.body.key, 1);
    expect(made.status).toBe(201);
    const reading = await create(clerk).expect(201);
    const refused = await makeZone(reading.body.key, 2).expect(403);
    expect(refused.body.code).toBe('SCOPE_MISSING');

    const again = await hearth.anybody.get(`${KEYS}/${writing.body.id}`).set(clerk.headers).expect(200);
    expect(again.body).toEqual({
      ...writing.body,
      key: null,
      lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const list = await hearth.anybody.get(KEYS).set(clerk.headers).expect(200);
    expect(JSON.stringify(list.body)).not.toContain('hearth_');
  });

  it('never do more than their owner, nor reach accounts and the log', async () => {
    const commissioner = await hearth.person(['commissioner']);
    const beyond = await create(commissioner, { scopes: ['commission:read', 'hearings:write'] }).expect(422);
    expect(beyond.body.errors).toEqual([
      expect.objectContaining({ code: 'SCOPE_BEYOND_ROLE', pointer: '/scopes/1' }),
    ]);
    const { body } = await create(clerk, { scopes: ['commission:write'] }).expect(201);
    const bearer = { Authorization: `Bearer ${body.key}` };
    const refused = await hearth.anybody.get(KEYS).set(bearer).expect(403);
    expect(refused.body.code).toBe('SESSION_REQUIRED');
    await hearth.anybody.get('/api/v1/sessions').set(bearer).expect(403);
    await hearth.anybody.get('/api/v1/sessions/current').set(bearer).expect(403);
  });

  it('lose what their owner loses', async () => {
    const owner = await hearth.person(['clerk']);
    const { body } = await create(owner, { scopes: ['commission:write'] }).expect(201);
    await makeZone(body.key, 3).expect(201);
    const { withClient } = await import('../../support/test-database.js');
    await withClient(hearth.database.adminUrl, async (client) => {
      await client.query('delete from access.person_role where person = $1', [owner.id]);
    });
    await makeZone(body.key, 4).expect(403);
  });

  it('are replaced with an overlap, once', async () => {
    const { body: former } = await create(clerk, { scopes: ['commission:write'] }).expect(201);
    const rotate = (hours: number) =>
      hearth.anybody.post(`${KEYS}/${former.id}/rotation`).set(clerk.headers).send({ overlapHours: hours });
    const answers = await Promise.all([rotate(1), rotate(1)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const successor = answers.find(({ status }) => status === 201)?.body;
    expect(successor).toMatchObject({ scopes: former.scopes, expiresAt: former.expiresAt });
    await makeZone(former.key, 5).expect(201);
    await makeZone(successor.key, 6).expect(201);
    const { body: known } = await hearth.anybody.get(`${KEYS}/${former.id}`).set(clerk.headers).expect(200);
    expect(known.rotatedTo).toBe(successor.id);
    expect(Date.parse(known.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000);
  });

  it('end at once', async () => {
    const made = await create(clerk, { scopes: ['commission:write'] }).expect(201);
    const remove = () => hearth.anybody.delete(`${KEYS}/${made.body.id}`).set(clerk.headers);
    await remove().expect(428);
    await remove().set('If-Match', '"00000000-0000-4000-8000-000000000000"').expect(412);
    await remove()
      .set('If-Match', made.get('ETag') ?? '')
      .expect(204);
    await makeZone(made.body.key, 7).expect(401);
  });

  it('of others are not there, but for an administrator', async () => {
    const { body } = await create(clerk).expect(201);
    const other = await hearth.person(['clerk']);
    const hidden = await hearth.anybody.get(`${KEYS}/${body.id}`).set(other.headers).expect(404);
    const absent = await hearth.anybody
      .get(`${KEYS}/00000000-0000-4000-8000-000000000009`)
      .set(other.headers)
      .expect(404);
    expect(hidden.body.code).toBe(absent.body.code);
    await hearth.anybody.get(`${KEYS}/${body.id}`).set(admin.headers).expect(200);
    const seen = await hearth.anybody.get(`${KEYS}?owner=${clerk.id}`).set(other.headers).expect(200);
    expect(seen.body.items).toEqual([]);
  });

  it('of integrators are made by administrators', async () => {
    const refused = await create(clerk, { forIntegrator: true }).expect(422);
    expect(refused.body.errors[0].code).toBe('ADMINISTRATORS_ONLY');
    const { body } = await create(admin, { forIntegrator: true, name: 'archive' }).expect(201);
    expect(body).toMatchObject({ ownerName: 'archive', ownerId: expect.not.stringMatching(admin.id) });
    await hearth.anybody.get('/api/v1/hearings').set('Authorization', `Bearer ${body.key}`).expect(200);
  });

  it.each([
    ['no scope', { scopes: [] }, 400],
    ['an unknown scope', { scopes: ['admin:write'] }, 400],
    ['a role of its own', { role: 'admin' }, 400],
    ['an end in the past', { expiresAt: '2001-01-01T00:00:00Z' }, 422],
    ['an end too far', { expiresAt: '2999-01-01T00:00:00Z' }, 422],
  ])('refuse %s', async (_, wish, status) => {
    await create(clerk, wish).expect(status);
  });

  it('with a wrong last character are nobody’s', async () => {
    const { body } = await create(clerk, { scopes: ['commission:write'] }).expect(201);
    const wrong = `${body.key.slice(0, -1)}${body.key.endsWith('A') ? 'B' : 'A'}`;
    const refused = await makeZone(wrong, 8).expect(401);
    expect(refused.body.code).toBe('KEY_INVALID');
  });

  it('are made once for a repeated request, which does not show them again', async () => {
    const wish = { name: 'twice', scopes: ['search:read'], expiresAt: soon() };
    const ask = () =>
      hearth.anybody.post(KEYS).set(clerk.headers).set('Idempotency-Key', 'key-twice').send(wish).expect(201);
    const first = await ask();
    const second = await ask();
    expect(second.body).toEqual({ ...first.body, key: null });
  });
});
