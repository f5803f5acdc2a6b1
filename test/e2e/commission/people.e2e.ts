import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Desk, openDesk, refusal } from '../hearings/hearings.support.js';

describe('people of the commission', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('are the desk’s until they are listed', async () => {
    const made = await desk.make('/people', { name: 'Ann Roe', position: 'Nurse' });
    expect(made).toEqual({
      id: made.id,
      name: 'Ann Roe',
      givenName: null,
      familyName: null,
      honorific: null,
      position: 'Nurse',
      organisation: null,
      biography: null,
      url: null,
      listed: false,
    });
    const path = `/people/${made.id}`;
    for (const key of [null, desk.commissioner]) {
      const hidden = refusal(await desk.read(path, key));
      expect(hidden).toMatchObject({ status: 404, problem: { code: 'PERSON_NOT_FOUND' } });
      expect(hidden).toEqual(refusal(await desk.read(`/people/${randomUUID()}`, key)));
      expect((await desk.read('/people', key)).body.items).toEqual([]);
    }
    expect((await desk.read('/people', desk.clerk)).body.items).toEqual([made]);
    const listed = await desk.change(path, { listed: true, position: null });
    expect(listed.body).toEqual({ ...made, listed: true, position: null });
    expect((await desk.read(path)).body).toEqual(listed.body);
    await desk.change(path, { name: 'Ann B. Roe' });
    expect((await desk.read(path)).body.name).toBe('Ann B. Roe');
    await desk.change(path, { listed: false });
    expect((await desk.read(path)).status).toBe(404);
  });

  it('are listed by name, and counted as far as they are seen', async () => {
    await desk.make('/people', { name: 'Zoe', listed: true });
    await desk.make('/people', { name: 'Abe', listed: true });
    const names = async (query: string) =>
      (await desk.read(`/people${query}`)).body.items.map(({ name }: { name: string }) => name) as string[];
    expect(await names('')).toEqual(['Abe', 'Zoe']);
    expect(await names('?sort=-name')).toEqual(['Zoe', 'Abe']);
    const counted = await desk.as(null, 'get', '/people', undefined, { Prefer: 'return=total-count' });
    expect(counted.body.total).toBe(2);
  });

  it('are entered and changed by clerks alone, in the right shape', async () => {
    expect((await desk.as(null, 'post', '/people', { name: 'x' })).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', '/people', { name: 'x' })).status).toBe(403);
    for (const body of [{}, { name: null }, { name: 'x', listed: null }, { name: 'x', email: 'y' }]) {
      expect((await desk.as(desk.clerk, 'post', '/people', body)).status).toBe(400);
    }
    const { id } = await desk.make('/people', { name: 'x' });
    expect((await desk.change(`/people/${id}`, { name: null })).status).toBe(400);
    const stale = { 'If-Match': '"another"' };
    expect((await desk.as(desk.clerk, 'patch', `/people/${id}`, { name: 'y' }, stale)).status).toBe(412);
    expect((await desk.as(desk.clerk, 'patch', `/people/${id}`, { name: 'y' })).status).toBe(428);
  });
});
