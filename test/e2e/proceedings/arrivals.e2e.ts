import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { together } from '../commission/barrier.js';
import { withClient } from '../../support/test-database.js';
import type { Body } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

describe('all who come at once', () => {
  let chamber: Chamber;
  beforeAll(async () => {
    chamber = await openChamber(['Ada', 'Ben', 'Cho']);
  });
  afterAll(() => chamber.close());

  const id = (name: string): string => chamber.members[name]!;
  const path = (hearing: Body) => `/hearings/${hearing.id}/attendance/arrivals`;
  const come = (hearing: Body, body: object = { at: at('09:00') }, key: string | null = chamber.clerk) =>
    chamber.as(key, 'post', path(hearing), body);
  const there = async (hearing: Body) => {
    const { entries } = (await chamber.read(`/hearings/${hearing.id}/attendance`)).body;
    return Object.fromEntries(
      (entries as { name: string; presences: Body[] }[]).map(({ name, presences }) => [
        name,
        presences.map(({ arrivedAt, mode, place }) => [arrivedAt, mode, place]),
      ]),
    );
  };
  const inPerson = (time: string) => [[at(time), 'in_person', null]];
  const logged = async (hearing: Body): Promise<number> => {
    let count = NaN;
    await withClient(chamber.database.adminUrl, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from audit.entry
          where action = 'attendance.arrived' and details->>'hearing' = $1`,
        [hearing.id],
      );
      count = rows[0]!.n;
    });
    return count;
  };

  it('are the whole bench where the roster is empty, else the roster, and are written once', async () => {
    const { hearing } = await chamber.sitting();
    const first = await come(hearing);
    expect([first.status, first.body.warnings]).toEqual([200, []]);
    expect(first.body.entries.map(({ name }: Body) => name)).toEqual(['Ada', 'Ben', 'Cho']);
    const all = { Ada: inPerson('09:00'), Ben: inPerson('09:00'), Cho: inPerson('09:00') };
    expect(await there(hearing)).toEqual(all);
    for (const again of [
      await come(hearing),
      await come(hearing, { at: at('09:10') }),
      await come(hearing, {}),
    ]) {
      expect([again.status, again.body]).toEqual([200, first.body]);
    }
    expect(await there(hearing)).toEqual(all);
    expect(await logged(hearing)).toBe(3);

    const { hearing: second } = await chamber.sitting();
    const guest = await chamber.guest('Guest');
    const roster = { personIds: [id('Ben'), guest] };
    expect((await chamber.put(`/hearings/${second.id}/roster`, roster, { 'If-Match': '*' })).status).toBe(
      200,
    );
    await come(second);
    expect(await there(second)).toEqual({ Ada: [], Ben: inPerson('09:00'), Cho: [] });
  });

  it('are those who are named, each with their own moment, way and place', async () => {
    const { hearing } = await chamber.sitting();
    await chamber.arrive(hearing, 'Ada', '08:50');
    const answer = await come(hearing, {
      at: at('09:00'),
      arrivals: [
        { commissionerId: id('Cho'), mode: 'remote', place: 'Her office, Fresno' },
        { commissionerId: id('Ada').toUpperCase() },
        { commissionerId: id('Ben'), at: at('09:05') },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.entries.map(({ name }: Body) => name)).toEqual(['Ada', 'Ben', 'Cho']);
    expect(await there(hearing)).toEqual({
      Ada: inPerson('08:50'),
      Ben: inPerson('09:05'),
      Cho: [[at('09:00'), 'remote', 'Her office, Fresno']],
    });
    expect(
      (await chamber.read(`/hearings/${hearing.id}/quorum?at=${at('09:06')}`)).body.standing.quorum,
    ).toBe(true);
  });

  it('come back as one who left does', async () => {
    const { hearing } = await chamber.sitting();
    await come(hearing);
    await chamber.leave(hearing, 'Ben', '10:00');
    await come(hearing, { at: at('11:00') });
    expect((await there(hearing))['Ben']).toEqual([...inPerson('09:00'), ...inPerson('11:00')]);
    expect((await there(hearing))['Ada']).toEqual(inPerson('09:00'));
  });

  it('are all refused with the one who is, and nobody is written down', async () => {
    const { hearing } = await chamber.sitting();
    await chamber.arrive(hearing, 'Ada', '10:00');
    const ben = { commissionerId: id('Ben') };
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    for (const [wrong, status, code, pointer] of [
      [{ commissionerId: await chamber.guest('Guest') }, 422, 'NOT_A_MEMBER', '/arrivals/1/commissionerId'],
      [{ commissionerId: id('Cho'), mode: 'remote' }, 422, 'PLACE_REQUIRED', '/arrivals/1/place'],
      [{ commissionerId: id('Cho'), at: ahead }, 422, 'IN_THE_FUTURE', '/arrivals/1/at'],
      [{ commissionerId: id('Ada') }, 409, 'PRESENT_LATER', '/arrivals/1'],
      [
        { commissionerId: id('Ada'), at: at('10:30'), mode: 'remote', place: 'Home' },
        409,
        'ALREADY_PRESENT',
        '/arrivals/1',
      ],
      [{ commissionerId: 'x' }, 400, 'VALIDATION', '/arrivals/1/commissionerId'],
      [ben, 400, 'VALIDATION', '/arrivals'],
    ] as const) {
      const { status: found, body } = await come(hearing, { at: at('09:00'), arrivals: [ben, wrong] });
      expect([found, body.code, body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
    }
    expect((await come(hearing, { arrivals: [] })).status).toBe(400);
    expect((await come(hearing, { at: '2025-12-31T09:00:00-08:00' })).body.entries).toEqual([]);
    const later = await come(hearing);
    expect(later.body.code).toBe('PRESENT_LATER');
    expect(later.body.errors[0].detail).toContain(id('Ada'));
    expect(await there(hearing)).toEqual({ Ada: inPerson('10:00'), Ben: [], Cho: [] });
    expect((await come(await chamber.hearing())).body.code).toBe('HEARING_NOT_HELD');
  });

  it('are written by two clerks at once as by one', async () => {
    const { hearing } = await chamber.sitting();
    const lock = `select from hearing where id = '${hearing.id}' for update`;
    const came = await together(chamber, lock, [
      () => come(hearing),
      () => come(hearing, { at: at('09:01') }),
      () =>
        chamber.as(chamber.clerk, 'post', `/hearings/${hearing.id}/attendance/${id('Ada')}/arrivals`, {
          at: at('09:02'),
        }),
    ]);
    expect(came.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const stays of Object.values(await there(hearing))) expect(stays).toHaveLength(1);
    expect(await logged(hearing)).toBe(3);
  });

  it('are written by clerks alone, of a hearing that is there', async () => {
    const { hearing } = await chamber.sitting();
    expect((await come(hearing, {}, null)).status).toBe(401);
    expect((await come(hearing, {}, chamber.commissioner)).status).toBe(403);
    const absent = { id: '00000000-0000-4000-8000-000000000000' };
    expect((await come(absent)).body.code).toBe('HEARING_NOT_FOUND');
    expect(await logged(hearing)).toBe(0);
  });
});
