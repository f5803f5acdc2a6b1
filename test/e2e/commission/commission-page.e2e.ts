import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { Database } from '#src/foundation/database/index.js';
import { openSeats } from './seats.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

const LISTS = {
  bench: '/commissioners',
  sectors: '/sectors',
  sponsors: '/sponsors',
  zones: '/zones',
  vacancies: '/vacancies',
} as const;
const PARTS = Object.keys(LISTS) as (keyof typeof LISTS)[];
const WHOLE = `/commission?include=${PARTS.join()}`;

type Page = Record<string, { items: object[]; more: boolean }>;

describe('the commission’s page', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    const sector = await desk.make('/sectors', {
      key: 'courts',
      name: 'Courts',
      description: 'Of the young.',
    });
    await desk.make('/sectors', { key: 'over', name: 'Over', endedOn: '2001-12-31' });
    const [union, hidden] = [
      await desk.make('/sponsors', { name: 'Union', kind: 'co_sponsor', listed: true }),
      await desk.make('/sponsors', { name: 'Asked, and silent', kind: 'endorser' }),
    ];
    const post = (label: string, more: object = {}) =>
      desk.make('/posts', { kind: 'seat', label, startsOn: '2015-07-01', ...more });
    const seat = async (name: string, appointedBy: string, more: object = {}) =>
      desk.make('/commissioners', {
        person: { name, position: 'Judge' },
        postId: (await post(`Seat of ${name}`, more)).id,
        startsOn: '2015-09-01',
        appointedById: appointedBy,
      });
    const ann = await seat('Ann', union.id, { sectorId: sector.id });
    await seat('Bob', hidden.id, { fillableById: hidden.id });
    // Who sits is listed today; what is there from before is not made public by that.
    const seats = await openSeats(desk);
    const { id: personId } = await desk.make('/people', { name: 'Hid', position: 'Judge' });
    const postId = await seats.seat({ label: 'Seat of Hid', from: '2015-07-01' });
    await seats.term({ personId, postId, from: '2015-09-01', appointedBy: union.id });
    await seats.close();
    await post('Nobody’s', { sectorId: sector.id, fillableById: hidden.id });
    const chair = await desk.make('/posts', {
      kind: 'office',
      office: 'chair',
      label: 'Chair',
      startsOn: '2015-07-01',
    });
    await desk.make(`/commissioners/${ann.id}/terms`, { postId: chair.id, startsOn: '2015-10-01' });
    await desk.make('/zones', { number: 8, name: 'San Diego', counties: ['06025', '06073'] });
  });
  afterAll(() => desk?.close());

  const readers = (): [string, string | null][] => [
    ['the public', null],
    ['a commissioner', desk.commissioner],
    ['a clerk', desk.clerk],
  ];
  const page = async (key: string | null, path = WHOLE) => {
    const answer = await desk.read(path, key);
    expect(answer.status).toBe(200);
    return answer;
  };

  it('shows of each list what that list shows, to each reader', async () => {
    const counts: Record<string, number[]> = {};
    for (const [who, key] of readers()) {
      const { body } = await page(key);
      const { body: bare } = await page(key, '/commission');
      expect(body).toMatchObject(bare);
      for (const part of PARTS) {
        const { items } = (await desk.read(`${LISTS[part]}?limit=250`, key)).body as { items: object[] };
        expect([who, part, (body as Page)[part]]).toEqual([who, part, { items, more: false }]);
        (counts[part] ??= []).push(items.length);
      }
      expect(Object.keys(body as object).toSorted()).toEqual(
        [...Object.keys(bare as object), ...PARTS].toSorted(),
      );
    }
    // Else what they are equal in would be nothing.
    expect(counts).toEqual({
      bench: [2, 2, 3],
      sectors: [2, 2, 2],
      sponsors: [1, 1, 2],
      zones: [1, 1, 1],
      vacancies: [2, 2, 1],
    });
  });

  it('shows no list that was not asked for', async () => {
    const { body } = await page(null, '/commission?include=zones');
    expect(PARTS.filter((part) => part in (body as Page))).toEqual(['zones']);
    expect(Object.keys((await page(null, '/commission')).body as object)).not.toEqual(
      expect.arrayContaining(['zones']),
    );
    const twice = await page(null, '/commission?include=zones&include=bench');
    expect(twice.body).toHaveProperty('bench');
  });

  it('is one statement, with all lists and without', async () => {
    const asked = jest.spyOn(desk.app.get(Database, { strict: false }), 'rows');
    const statements = async (path: string, key: string | null) => {
      asked.mockClear();
      await page(key, path);
      return asked.mock.calls.length;
    };
    try {
      for (const [, key] of readers()) {
        const forKey = key === null ? 0 : (await statements('/sectors', key)) - 1;
        expect(await statements('/commission', key)).toBe(1 + forKey);
        expect(await statements(WHOLE, key)).toBe(1 + forKey);
      }
    } finally {
      asked.mockRestore();
    }
  });

  it('has a tag of all that it shows', async () => {
    const before = (await page(null)).headers['etag'] as string;
    const again = await desk.as(null, 'get', WHOLE, undefined, { 'If-None-Match': before });
    expect(again.status).toBe(304);
    await desk.make('/zones', { number: 9, name: 'Inland', counties: [] });
    expect((await page(null)).headers['etag']).not.toBe(before);
    // What it shows beside the commission is not what a change of the commission is held against.
    const changed = await desk.as(desk.clerk, 'patch', '/commission', { quorum: 5 }, { 'If-Match': before });
    expect(changed.status).toBe(200);
  });

  it('ends each list at 250 and says that there are more', async () => {
    const admin = new Client({ connectionString: desk.database.adminUrl });
    await admin.connect();
    const zones = (from: number, to: number) =>
      admin.query(
        `insert into zone (number, name, own_audience, protected)
           select n, 'Zone ' || n, 'public', false from generate_series($1::int, $2::int) n`,
        [from, to],
      );
    try {
      await zones(101, 348);
      expect(((await page(null)).body as Page)['zones']).toMatchObject({ more: false });
      await zones(349, 349);
      const { body } = await page(null);
      const { items, more } = (body as Page)['zones']!;
      expect([items.length, more]).toEqual([250, true]);
      expect(items).toEqual((await desk.read('/zones?limit=250')).body.items);
      expect((body as Page)['sectors']!.more).toBe(false);
    } finally {
      await admin.end();
    }
  });

  it.each([
    ['?include=people', 'NOT_A_CHOICE'],
    ['?include=', 'NOT_A_CHOICE'],
    ['?include=zones,zones', 'DUPLICATE'],
  ])('refuses %s', async (query, code) => {
    const refused = await desk.read(`/commission${query}`);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/include', code }]);
  });
});
