import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

describe('sectors', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const post = (body: object, headers = {}) => desk.as(desk.clerk, 'post', '/sectors', body, headers);
  const keys = async (query: string) =>
    (await desk.read(`/sectors${query}`)).body.items.map(({ key }: { key: string }) => key) as string[];

  it('are made by a clerk, read by anybody, and end', async () => {
    const made = await post({ key: 'schools', name: 'Schools', startedOn: '2015-07-01' });
    expect(made.status).toBe(201);
    expect(made.headers['location']).toBe(`/api/v1/sectors/${made.body.id}`);
    const whole = { id: made.body.id, key: 'schools', name: 'Schools', description: null };
    expect(made.body).toEqual({ ...whole, startedOn: '2015-07-01', endedOn: null });
    const path = `/sectors/${made.body.id}`;
    expect((await desk.read(path)).body).toEqual(made.body);

    const ended = await desk.change(path, { endedOn: '2016-06-30' });
    expect(ended.body).toEqual({ ...made.body, endedOn: '2016-06-30' });
    const early = await desk.change(path, { endedOn: '2015-06-30' });
    expect(early.status).toBe(422);
    expect(early.body).toMatchObject({ code: 'DAYS_REVERSED', errors: [{ pointer: '/endedOn' }] });
    expect((await desk.change(path, { startedOn: '2016-07-01' })).body.code).toBe('DAYS_REVERSED');
    expect((await desk.change(path, { endedOn: null })).body.endedOn).toBeNull();
  });

  it('are found by key and by a day on which they go on', async () => {
    await desk.make('/sectors', {
      key: 'a_early',
      name: 'B',
      startedOn: '2001-01-01',
      endedOn: '2001-12-31',
    });
    await desk.make('/sectors', { key: 'b-always', name: 'A' });
    expect(await keys('?on=2001-01-01')).toEqual(['b-always', 'a_early']);
    expect(await keys('?on=2001-12-31&sort=key')).toEqual(['a_early', 'b-always']);
    expect(await keys('?on=2002-01-01')).toEqual(['b-always']);
    expect(await keys('?on=2000-12-31')).toEqual(['b-always']);
    expect(await keys('?key=a_early')).toEqual(['a_early']);
    const counted = await desk.as(null, 'get', '/sectors?on=2002-01-01&limit=1', undefined, {
      Prefer: 'return=total-count',
    });
    expect(counted.body).toMatchObject({ total: 1, next: null });
    for (const query of ['?on=2001-02-30', '?key=A', '?sort=endedOn', '?key=a&key=b']) {
      expect((await desk.read(`/sectors${query}`)).status).toBe(400);
    }
  });

  it('bear a key that no other bears, two at once', async () => {
    const both = await Promise.all(['X', 'Y'].map((name) => post({ key: 'courts', name })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'SECTOR_KEY_TAKEN', errors: [{ pointer: '/key' }] });
    const other = await desk.make('/sectors', { key: 'health', name: 'Health' });
    expect((await desk.change(`/sectors/${other.id}`, { key: 'courts' })).body.code).toBe('SECTOR_KEY_TAKEN');
  });

  it('are made once, however often they are sent', async () => {
    const key = { 'Idempotency-Key': 'sector-1' };
    const body = { key: 'academia', name: 'Academics' };
    const first = await post(body, key);
    const again = await post(body, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await post({ ...body, name: 'Others' }, key)).body.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('are the clerks’ to change, as they have seen them', async () => {
    const body = { key: 'x', name: 'x' };
    expect((await desk.as(null, 'post', '/sectors', body)).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', '/sectors', body)).status).toBe(403);
    const reader = await desk.bearer('clerk', ['commission:read']);
    expect((await desk.as(reader, 'post', '/sectors', body)).status).toBe(403);
    expect((await desk.read('/sectors', reader)).status).toBe(200);
    const { id } = await desk.make('/sectors', body);
    const patch = (headers: Record<string, string>) =>
      desk.as(desk.clerk, 'patch', `/sectors/${id}`, { name: 'y' }, headers);
    expect((await patch({})).status).toBe(428);
    expect((await patch({ 'If-Match': '"another"' })).body.code).toBe('STALE');
    const absent = `/sectors/${randomUUID()}`;
    expect(refusal(await desk.read(absent))).toMatchObject({
      status: 404,
      problem: { code: 'SECTOR_NOT_FOUND' },
    });
    expect((await desk.as(desk.clerk, 'patch', absent, { name: 'y' }, { 'If-Match': '*' })).status).toBe(404);
  });

  it.each([
    [{ name: 'x' }, '/key', 'REQUIRED'],
    [{ key: 'Schools', name: 'x' }, '/key', 'FORMAT'],
    [{ key: 'a--b', name: 'x' }, '/key', 'FORMAT'],
    [{ key: 'a'.repeat(61), name: 'x' }, '/key', 'FORMAT'],
    [{ key: 'y', name: null }, '/name', 'REQUIRED'],
    [{ key: 'y', name: 'x', endedOn: '2016-13-01' }, '/endedOn', 'FORMAT'],
    [{ key: 'y', name: 'x', seats: 1 }, '/seats', 'UNKNOWN_PROPERTY'],
  ])('refuse %j', async (body, pointer, code) => {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer, code }]);
  });
});
