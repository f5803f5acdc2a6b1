import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from '../hearings/hearings.support.js';
import { together } from './barrier.js';

describe('two clerks at once', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const patch = (path: string, body: object, ifMatch: string) => () =>
    desk.as(desk.clerk, 'patch', path, body, { 'If-Match': ifMatch });
  const outcome = (answers: { status: number; body: { code?: string } }[]) =>
    answers.map(({ status, body }) => body.code ?? String(status)).toSorted();

  it.each([
    ['commission', '/commission', null, [{ quorum: 5 }, { mandate: 'Another' }]],
    ['sector', '/sectors', { key: 'x', name: 'x' }, [{ name: 'one' }, { endedOn: '2016-01-01' }]],
    ['organisation', '/sponsors', { name: 'x', kind: 'other' }, [{ name: 'one' }, { listed: true }]],
    ['zone', '/zones', { number: 1, name: 'x' }, [{ name: 'one' }, { counties: ['06001'] }]],
  ])('change one %s: the later is told that it is stale', async (table, list, made, bodies) => {
    const path = made === null ? list : `${list}/${(await desk.make(list, made)).id}`;
    const seen = (await desk.read(path, desk.clerk)).headers['etag'] as string;
    const requests = bodies.map((body) => patch(path, body, seen));
    const answers = await together(desk, `select from ${table} for update`, requests);
    expect(outcome(answers)).toEqual(['200', 'STALE']);
  });

  it('make one sector: the later finds its key taken', async () => {
    const make = (name: string) => () => desk.as(desk.clerk, 'post', '/sectors', { key: 'courts', name });
    const lock = 'lock table sector in share row exclusive mode';
    expect(outcome(await together(desk, lock, [make('X'), make('Y')]))).toEqual(['201', 'SECTOR_KEY_TAKEN']);
  });

  const MAP = `select pg_advisory_xact_lock(hashtextextended('zone_county', 0))`;
  const zone = async (number: number, ...counties: string[]) =>
    `/zones/${(await desk.make('/zones', { number, name: 'x', counties })).id}`;

  it('take one county: the later finds it taken', async () => {
    const paths = [await zone(11), await zone(12)];
    const requests = paths.map((path) => patch(path, { counties: ['06067', '06113'] }, '*'));
    expect(outcome(await together(desk, MAP, requests))).toEqual(['200', 'COUNTY_TAKEN']);
  });

  it('swap counties between zones: neither waits for the other for ever', async () => {
    const [one, other] = [await zone(21, '06019'), await zone(22, '06047')];
    const requests = [patch(one, { counties: ['06047'] }, '*'), patch(other, { counties: ['06019'] }, '*')];
    expect(outcome(await together(desk, MAP, requests))).toEqual(['COUNTY_TAKEN', 'COUNTY_TAKEN']);
  });
});
