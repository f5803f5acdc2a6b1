import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  bookAtDesk,
  conflicts,
  day,
  desk,
  named,
  notice,
  noticed,
  person,
  planned,
  seat,
  time,
} from './bookings.support.js';

const LINK = 'https://meet.example.org/summit';

describe('a double booking', () => {
  bookAtDesk();

  /** Two hearings, each given what takes up the same. */
  const WAYS: [string, string, (id: string, which: 0 | 1) => Promise<unknown>][] = [
    [
      'the venue, however it is typed',
      'room',
      (id, which) =>
        desk.change(`/hearings/${id}`, {
          venue: { name: which ? 'THE  Hall' : 'The Hall', address: '1 Main', room: `${day}` },
        }),
    ],
    [
      'a further room',
      'room',
      (id) => desk.make(`/hearings/${id}/places`, { kind: 'room', name: 'Overflow', room: `${day}` }),
    ],
    [
      'a further room that is the venue of the other',
      'room',
      (id, which) =>
        which
          ? desk.change(`/hearings/${id}`, { venue: { name: 'Side hall', address: '1 Main' } })
          : desk.make(`/hearings/${id}/places`, { kind: 'room', name: 'side hall', address: '1 MAIN' }),
    ],
    [
      'a link',
      'room',
      (id) => desk.make(`/hearings/${id}/places`, { kind: 'remote', name: 'Online', url: LINK }),
    ],
    ['a commissioner', 'commissioner', (id) => seat(id, [person.id])],
    [
      'a witness who is known',
      'witness',
      (id, which) =>
        desk.make(`/hearings/${id}/witnesses`, { name: which ? 'Ann' : 'A. Roe', personId: person.id }),
    ],
    [
      'a witness by name and organisation',
      'witness',
      (id, which) =>
        desk.make(`/hearings/${id}/witnesses`, {
          name: which ? 'Bo  Lee' : 'bo lee',
          organisation: which ? 'County' : 'COUNTY',
        }),
    ],
    [
      'an interpreter',
      'interpreter',
      async (id) => {
        const { id: request } = await desk.make(`/hearings/${id}/requests`, {
          kind: 'interpreter',
          language: 'es',
        });
        return desk.change(`/hearings/${id}/requests/${request}`, {
          status: 'arranged',
          interpreterName: 'Ines Paz',
        });
      },
    ],
  ];

  it.each(WAYS)(
    'of %s is told at both hearings, refuses the notice, and stands once acknowledged',
    async (_, kind, take) => {
      const [first, second] = [await planned(), await planned()];
      await take(first, 0);
      await take(second, 1);
      // Two drafts are in nobody's way yet, but a clerk sees it coming.
      expect(await conflicts(first)).toMatchObject([{ kind, other: { id: second }, blocks: false }]);
      expect((await notice(first)).status).toBe(201);
      const [seen] = await conflicts(second);
      expect(seen).toMatchObject({ kind, other: { id: first }, blocks: true, acknowledged: null });
      expect((await conflicts(first))[0]).toMatchObject({ key: seen?.key, blocks: false });

      const refused = await notice(second);
      expect([refused.status, refused.body.code]).toEqual([409, 'DOUBLE_BOOKED']);
      expect(named(refused.body)).toEqual([{ kind, otherHearingId: first, key: seen?.key }]);
      expect((await desk.read(`/hearings/${second}`, desk.clerk)).body.status).toBe('draft');

      const known = await acknowledge(second, first, seen);
      expect(known.status).toBe(201);
      expect((await notice(second)).status).toBe(201);
      for (const [one, other] of [
        [first, second],
        [second, first],
      ] as const) {
        expect(await conflicts(one)).toMatchObject([
          {
            other: { id: other },
            blocks: false,
            acknowledged: { reason: 'The wall folds away.', by: 'test clerk' },
          },
        ]);
      }
    },
  );

  it('of a commissioner who is a witness elsewhere is one of a person', async () => {
    const [first, second] = [await noticed(), await planned()];
    await seat(first, [person.id]);
    await desk.make(`/hearings/${second}/witnesses`, { name: 'A. Roe', personId: person.id });
    expect(named((await notice(second)).body)).toMatchObject([{ kind: 'witness', otherHearingId: first }]);
  });

  it('of several is refused with each of them, and each is acknowledged alone', async () => {
    const venue = { name: 'Hall', room: `both ${day}` };
    const [first, second] = [await planned({ venue }), await planned({ venue })];
    for (const id of [first, second]) await desk.make(`/hearings/${id}/witnesses`, { name: `Many ${day}` });
    await notice(first);
    const all = named((await notice(second)).body);
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['room', 'witness']);
    await acknowledge(second, first, all[0]);
    expect(named((await notice(second)).body)).toEqual([all[1]]);
    // Said of either hearing, it counts for both.
    await acknowledge(first, second, all[1]);
    expect((await notice(second)).status).toBe(201);
  });

  it.each<[string, (first: string, second: string) => Promise<unknown>]>([
    ['the other room', (_, second) => desk.change(`/hearings/${second}`, { venue: { name: 'Elsewhere' } })],
    [
      'another time',
      (_, second) => desk.change(`/hearings/${second}`, { startsAt: time(3), endsAt: time(4) }),
    ],
    ['a cancellation', (first) => desk.move(first, 'cancelled', { reason: 'fire' })],
    ['a postponement', (first) => desk.move(first, 'postponed', { reason: 'fire' })],
  ])('is over with %s', async (_, way) => {
    const venue = { name: 'Hall', room: `over ${day}` };
    const [first, second] = [await noticed({ venue }), await planned({ venue })];
    expect(await conflicts(second)).toHaveLength(1);
    await way(first, second);
    expect(await conflicts(second)).toEqual([]);
    expect((await notice(second)).status).toBe(201);
  });

  it('lasts, of a hearing without an end, until its local day is over', async () => {
    const venue = { name: 'Hall', room: `open ${day}` };
    const first = await noticed({ venue, startsAt: '2033-01-04T07:00:00-08:00', endsAt: null });
    const late = { venue, startsAt: '2033-01-04T23:59:00-08:00', endsAt: '2033-01-05T02:00:00-08:00' };
    const second = await planned(late);
    const third = await planned({ ...late, startsAt: '2033-01-05T00:00:00-08:00' });
    expect((await conflicts(second)).map(({ other }) => other.id)).toContain(first);
    expect((await conflicts(third)).map(({ other }) => other.id)).not.toContain(first);
    expect((await conflicts(first)).map(({ other }) => other.id)).toEqual([second]);
  });

  it('of a hearing of several days is one with its planned sessions, not with the night between', async () => {
    const venue = { name: 'Hall', room: `days ${day}` };
    const days = await planned({ venue, startsAt: time(0), endsAt: time(32) });
    const night = await noticed({ venue, startsAt: time(10), endsAt: time(12) });
    expect(await conflicts(days)).toHaveLength(1);
    const sessions = `/hearings/${days}/sessions`;
    await desk.make(sessions, { name: 'First day', startsAt: time(0), endsAt: time(8) });
    const second = await desk.make(sessions, { name: 'Second day', startsAt: time(24), endsAt: time(32) });
    expect(await conflicts(days)).toEqual([]);
    expect((await notice(days)).status).toBe(201);
    // Earlier than the hearing itself is to begin, and later than it is to end.
    const early = await planned({ venue, startsAt: time(-2), endsAt: time(-1) });
    expect(await conflicts(early)).toEqual([]);
    const dawn = { name: 'Dawn', startsAt: time(-2), endsAt: time(0) };
    expect((await desk.as(desk.clerk, 'post', sessions, dawn)).status).toBe(201);
    for (const [one, other] of [
      [early, days],
      [days, early],
    ] as const) {
      expect((await conflicts(one)).map((found) => found.other.id)).toEqual([other]);
    }
    // A session that moves into what another noticed hearing takes up.
    const at = `${sessions}/${second.id}`;
    const refused = await desk.change(at, { startsAt: time(11), endsAt: time(13) });
    expect([refused.status, named(refused.body)[0]?.otherHearingId]).toEqual([409, night]);
    const late = { name: 'Late', startsAt: time(10), endsAt: time(11) };
    expect((await desk.as(desk.clerk, 'post', sessions, late)).body.code).toBe('DOUBLE_BOOKED');
    expect((await desk.read(at, desk.clerk)).body.startsAt).toBe(time(24));
    expect((await desk.change(at, { name: 'Day two' })).status).toBe(200);
  });

  it('is none of who declined, withdrew, or only writes; nor of a request that is not arranged', async () => {
    const [first, second] = [await noticed(), await planned()];
    const name = `Nobody ${day}`;
    for (const id of [first, second]) await desk.make(`/hearings/${id}/witnesses`, { name, mode: 'written' });
    const { id: witness } = await desk.make(`/hearings/${second}/witnesses`, { name: `Gone ${day}` });
    await desk.make(`/hearings/${first}/witnesses`, { name: `Gone ${day}` });
    expect(await conflicts(second)).toHaveLength(1);
    await desk.change(`/hearings/${second}/witnesses/${witness}`, { status: 'declined' });
    for (const id of [first, second]) {
      const { id: request } = await desk.make(`/hearings/${id}/requests`, {
        kind: 'interpreter',
        language: 'es',
      });
      await desk.change(`/hearings/${id}/requests/${request}`, { interpreterName: 'Ines Paz' });
    }
    expect(await conflicts(second)).toEqual([]);
  });
});
