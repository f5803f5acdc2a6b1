import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommissionService } from '#src/record/commission/index.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

describe('the commission', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const patch = (body: object, ifMatch = '*', key: string | null = desk.clerk) =>
    desk.as(key, 'patch', '/commission', body, { 'If-Match': ifMatch });
  const facts = () => desk.app.get(CommissionService, { strict: false }).current();

  it('is there from the start, for anybody', async () => {
    const read = await desk.read('/commission');
    expect(read.status).toBe(200);
    expect(read.body).toEqual({
      name: 'The commission',
      mandate: null,
      foundedOn: null,
      dissolvedOn: null,
      legalProfile: 'none',
      quorum: null,
      timeZone: 'America/Los_Angeles',
      language: 'en',
    });
    const again = { 'If-None-Match': read.headers['etag'] as string };
    expect((await desk.as(null, 'get', '/commission', undefined, again)).status).toBe(304);
    expect((await desk.read('/commission?x=1')).status).toBe(400);
  });

  it('is changed field by field, and other rooms see it', async () => {
    const said = {
      name: 'Blue Ribbon',
      mandate: 'To assess.',
      foundedOn: '2015-07-01',
      legalProfile: 'bagley_keene',
      quorum: 9,
      timeZone: 'America/New_York',
      language: 'es-MX',
    };
    expect((await patch(said)).body).toEqual({ ...said, dissolvedOn: null });
    expect((await patch({ dissolvedOn: '2015-07-01' })).body).toMatchObject({ dissolvedOn: '2015-07-01' });
    const { mandate: _mandate, ...reckoned } = said;
    expect(await facts()).toEqual({ ...reckoned, dissolvedOn: '2015-07-01' });
    const emptied = { mandate: null, quorum: null, foundedOn: null, dissolvedOn: null };
    expect((await patch(emptied)).body).toEqual({ ...said, ...emptied });
    expect((await desk.read('/commission')).body).toEqual({ ...said, ...emptied });
  });

  it('is changed by clerks alone, who have seen it as it is', async () => {
    expect((await patch({ name: 'x' }, '*', null)).status).toBe(401);
    expect((await patch({ name: 'x' }, '*', desk.commissioner)).status).toBe(403);
    const reader = await desk.bearer('clerk', ['commission:read']);
    expect((await patch({ name: 'x' }, '*', reader)).status).toBe(403);
    expect((await desk.as(desk.clerk, 'patch', '/commission', { name: 'x' })).status).toBe(428);

    const seen = (await desk.read('/commission')).headers['etag'] as string;
    const both = await Promise.all([patch({ quorum: 5 }, seen), patch({ mandate: 'Another' }, seen)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const stale = both.find(({ status }) => status === 412)!;
    expect(stale.body).toMatchObject({ code: 'STALE', errors: [{ code: 'CHANGED' }] });
  });

  it.each([
    [{ name: null }, 'REQUIRED'],
    [{ name: '' }, 'TOO_SHORT'],
    [{ foundedOn: '2015-02-30' }, 'FORMAT'],
    [{ foundedOn: '2015-07-01T00:00:00Z' }, 'FORMAT'],
    [{ legalProfile: 'brown_act' }, 'NOT_A_CHOICE'],
    [{ legalProfile: null }, 'REQUIRED'],
    [{ quorum: 0 }, 'TOO_SMALL'],
    [{ quorum: 1.5 }, 'TYPE'],
    [{ timeZone: '+07:00' }, 'FORMAT'],
    [{ timeZone: 'America/Nowhere' }, 'FORMAT'],
    [{ language: 'e' }, 'FORMAT'],
    [{ id: '1' }, 'UNKNOWN_PROPERTY'],
  ])('refuses %j as %s', async (body, code) => {
    const refused = await patch(body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer: `/${Object.keys(body)[0]}`, code }]);
  });

  it('is not dissolved before it was founded', async () => {
    await patch({ foundedOn: '2015-07-02', dissolvedOn: null });
    const refused = await patch({ dissolvedOn: '2015-07-01' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'DAYS_REVERSED', errors: [{ pointer: '/dissolvedOn' }] });
    expect((await desk.read('/commission')).body.dissolvedOn).toBeNull();
  });
});
