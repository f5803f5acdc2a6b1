import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { type Desk, openDesk } from '../hearings/hearings.support.js';
import { openSeats } from './seats.js';

interface Share {
  sector: { key: string };
  seats: number;
  filled: number;
  members: { name: string }[];
  uncovered: boolean;
}

describe('the coverage of the bench by sector', () => {
  let desk: Desk;
  let seats: Awaited<ReturnType<typeof openSeats>>;
  const sectors: Record<string, string> = {};

  beforeAll(async () => {
    desk = await openDesk();
    seats = await openSeats(desk);
    for (const [key, more] of Object.entries({
      courts: {},
      health: { endedOn: '2016-06-30' },
      nobody: {},
      schools: {},
    })) {
      sectors[key] = (await desk.make('/sectors', { key, name: key, ...more })).id;
    }
    const person = async (name: string, listed: boolean) => (await desk.make('/people', { name, listed })).id;
    const [ann, bob, hid, old] = [
      await person('Ann', true),
      await person('Bob', true),
      await person('Hid', false),
      await person('Old', true),
    ];
    const seat = async (key: string | null, label: string, to: string | null = null) =>
      seats.seat({ label, sectorId: key === null ? undefined : sectors[key], from: '2015-07-01', to });
    const schools = await seat('schools', 'Schools 1');
    await seat('schools', 'Schools 2');
    const courts = await seat('courts', 'Courts', '2016-12-31');
    const health = await seat('health', 'Health');
    const free = await seat(null, 'Free');
    await seats.term({ personId: old, postId: schools, from: '2015-07-01', to: '2015-12-31' });
    await seats.term({ personId: ann, postId: schools, from: '2016-01-01', acting: true });
    await seats.term({ personId: bob, postId: free, from: '2015-07-01' });
    await seats.term({ personId: hid, postId: courts, from: '2015-07-01' });
    await seats.term({ personId: old, postId: health, from: '2016-01-01', to: '2016-03-31' });
  });
  afterAll(async () => {
    await seats?.close();
    await desk?.close();
  });

  const on = async (day: string, key: string | null = null) => {
    const answer = await desk.read(`/commission/coverage?on=${day}`, key);
    expect(answer.status).toBe(200);
    expect(answer.body.on).toBe(day);
    return answer.body as { on: string; sectors: Share[]; withoutSector: Share };
  };
  const brief = (shares: Share[]) =>
    Object.fromEntries(
      shares.map(({ sector, seats: provided, filled, members, uncovered }) => [
        sector.key,
        [provided, filled, members.map(({ name }) => name).join(), uncovered],
      ]),
    );

  it('tells which sector has nobody, day by day', async () => {
    const before = await on('2015-06-30', desk.clerk);
    expect(brief(before.sectors)).toEqual({
      courts: [0, 0, '', true],
      health: [0, 0, '', true],
      nobody: [0, 0, '', true],
      schools: [0, 0, '', true],
    });
    const last = await on('2015-12-31', desk.clerk);
    expect(brief(last.sectors)).toEqual({
      courts: [1, 1, 'Hid', false],
      health: [1, 0, '', true],
      nobody: [0, 0, '', true],
      schools: [2, 1, 'Old', false],
    });
    const next = await on('2016-01-01', desk.clerk);
    expect(brief(next.sectors)).toMatchObject({
      health: [1, 1, 'Old', false],
      schools: [2, 1, 'Ann', false],
    });
    const ended = await on('2017-01-01', desk.clerk);
    expect(brief(ended.sectors)).toEqual({
      courts: [0, 0, '', true],
      health: [1, 0, '', false],
      nobody: [0, 0, '', true],
      schools: [2, 1, 'Ann', false],
    });
  });

  it('is whole: a member as they sit, seats without a sector too', async () => {
    const { sectors: shares, withoutSector } = await on('2016-01-01');
    const schools = shares.find(({ sector }) => sector.key === 'schools');
    expect(schools).toEqual({
      sector: { id: sectors['schools'], key: 'schools', name: 'schools' },
      seats: 2,
      filled: 1,
      uncovered: false,
      members: [
        {
          personId: expect.any(String),
          name: 'Ann',
          membershipId: expect.any(String),
          acting: true,
          postId: expect.any(String),
          post: 'Schools 1',
        },
      ],
    });
    expect(withoutSector).toMatchObject({ seats: 1, filled: 1, members: [{ name: 'Bob', post: 'Free' }] });
  });

  it('names to the public and to commissioners nobody who is not listed', async () => {
    const elsewhere = await desk.bearer('clerk', ['hearings:read']);
    for (const key of [null, desk.commissioner, elsewhere]) {
      const answer = await on('2016-01-01', key);
      expect(brief(answer.sectors)).toMatchObject({ courts: [1, 0, '', true] });
      expect(JSON.stringify(answer)).not.toContain('Hid');
    }
  });

  it('is that of today in the commission’s time zone', async () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await desk.change('/commission', { timeZone });
      const days = [Temporal.Now.plainDateISO(timeZone)];
      const { body } = await desk.read('/commission/coverage');
      days.push(Temporal.Now.plainDateISO(timeZone));
      expect(days.map(String)).toContain(body.on);
    }
  });

  it('refuses what is no day', async () => {
    for (const query of ['?on=2015-02-30', '?on=', '?on=today', '?day=2015-01-01']) {
      expect((await desk.read(`/commission/coverage${query}`)).status).toBe(400);
    }
  });
});
