import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BenchService } from '#src/record/commission/index.js';
import { Database } from '#src/foundation/database/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { openSeats } from '../commission/seats.js';
import type { Body } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

describe('the quorum of a hearing', () => {
  let chamber: Chamber;
  beforeAll(async () => {
    chamber = await openChamber(['Ada', 'Ben', 'Cho', 'Dee']);
  });
  afterAll(() => chamber.close());

  const id = (name: string): string => chamber.members[name] ?? '';
  const quorum = async (hearing: Body, query = '', key: string | null = null) =>
    (await chamber.read(`/hearings/${hearing.id}/quorum${query}`, key)).body;
  const depart = (hearing: Body, name: string, time: string) =>
    chamber.as(chamber.clerk, 'post', `/hearings/${hearing.id}/attendance/${id(name)}/departures`, {
      at: at(time),
    });

  it('is made, lost and regained, and everybody can read by whom', async () => {
    const { hearing, session } = await chamber.sitting();
    await chamber.arrive(hearing, 'Ada', '08:50');
    await chamber.arrive(hearing, 'Ben', '08:55');
    await chamber.arrive(hearing, 'Cho', '09:10');
    const left = await depart(hearing, 'Ben', '10:00');
    expect(left.body.warnings).toEqual([{ code: 'QUORUM_LOST', at: at('10:00') }]);
    await chamber.arrive(hearing, 'Dee', '10:30');
    // Nothing new is lost by one more who goes home after the session.
    await chamber.change(`/hearings/${hearing.id}/sessions/${session.id}`, { adjournedAt: at('12:00') });
    expect((await depart(hearing, 'Dee', '12:05')).body.warnings).toEqual([]);

    const told = await quorum(hearing);
    expect(told.standing).toBeNull();
    expect(told.changes).toEqual([
      { at: at('09:10'), change: 'made', by: [id('Cho')], inSession: true },
      { at: at('10:00'), change: 'lost', by: [id('Ben')], inSession: true },
      { at: at('10:30'), change: 'made', by: [id('Dee')], inSession: true },
      { at: at('12:05'), change: 'lost', by: [id('Dee')], inSession: false },
    ]);
    expect(
      told.segments.map((s: Body) => [s['from'], s['until'], s['counted'], s['quorum'], s['inSession']]),
    ).toEqual([
      [at('08:50'), at('08:55'), 1, false, false],
      [at('08:55'), at('09:00'), 2, false, false],
      [at('09:00'), at('09:10'), 2, false, true],
      [at('09:10'), at('10:00'), 3, true, true],
      [at('10:00'), at('10:30'), 2, false, true],
      [at('10:30'), at('12:00'), 3, true, true],
      [at('12:00'), at('12:05'), 3, true, false],
      [at('12:05'), null, 2, false, false],
    ]);

    const moment = await quorum(hearing, `?at=${at('09:30')}`);
    expect(moment.standing).toEqual({
      present: [id('Ada'), id('Ben'), id('Cho')].toSorted(),
      counted: 3,
      needed: 3,
      quorum: true,
      inSession: true,
    });
    expect((await quorum(hearing, `?at=${at('10:00')}`)).standing).toMatchObject({
      counted: 2,
      quorum: false,
    });
    expect((await quorum(hearing, '?at=noon')).code).toBe('VALIDATION');
  });

  it('ends with the last session for those who nobody saw leave', async () => {
    const { hearing, session } = await chamber.sitting();
    for (const name of ['Ada', 'Ben', 'Cho']) await chamber.arrive(hearing, name, '09:00');
    await chamber.change(`/hearings/${hearing.id}/sessions/${session.id}`, { adjournedAt: at('12:00') });
    expect((await quorum(hearing)).segments.at(-1).until).toBeNull();
    expect((await chamber.move(hearing.id, 'adjourned')).status).toBe(201);
    const { segments, changes } = await quorum(hearing);
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ from: at('09:00'), until: at('12:00'), quorum: true });
    expect(changes).toHaveLength(1);
  });

  it('does not tell the public when a closed session was', async () => {
    const { hearing, session } = await chamber.sitting();
    const path = `/hearings/${hearing.id}/sessions`;
    await chamber.change(`${path}/${session.id}`, { adjournedAt: at('10:00') });
    await chamber.make(path, {
      name: 'Litigation',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
      openedAt: at('10:15'),
      adjournedAt: at('10:45'),
    });
    await chamber.arrive(hearing, 'Ada', '09:00');
    const bounds = async (key: string | null) =>
      (await quorum(hearing, '', key)).segments.map(({ from }: { from: string }) => from);
    expect(await bounds(null)).toEqual([at('09:00'), at('10:00')]);
    expect(await bounds(chamber.commissioner)).toEqual([at('09:00'), at('10:00'), at('10:15'), at('10:45')]);
  });

  it('is of the bench of each day, and changes at the midnight of the commission', async () => {
    const seats = await openSeats(chamber);
    const eve = await chamber.guest('Eve');
    const seat = await seats.seat({ label: 'A seat for a day', from: '2026-03-05', to: '2026-03-05' });
    await seats.term({ personId: eve, postId: seat, from: '2026-03-05', to: '2026-03-05' });
    await seats.seat({ label: 'A vacant seat for a day', from: '2026-03-05', to: '2026-03-05' });
    await seats.close();
    const { hearing } = await chamber.sitting({ startsAt: at('20:00'), endsAt: '2026-03-05T02:00:00-08:00' });
    for (const name of ['Ada', 'Ben', 'Cho']) await chamber.arrive(hearing, name, '20:00');
    await chamber.put(
      `/hearings/${hearing.id}/attendance/${eve}`,
      {
        presences: [{ arrivedAt: '2026-03-05T01:00:00-08:00' }],
      },
      { 'If-Match': '*' },
    );
    const bench = chamber.app.get(BenchService, { strict: false });
    for (const moment of [
      '2026-03-04T23:59:59-08:00',
      '2026-03-05T00:00:00-08:00',
      '2026-03-06T00:00:00-08:00',
    ]) {
      const { standing } = await quorum(hearing, `?at=${moment}`);
      const { quorum: needed } = await actAs(OPERATOR, () => bench.seatsAt(new Date(moment)));
      expect(standing.needed).toBe(needed);
    }
    expect((await quorum(hearing, '?at=2026-03-05T01:30:00-08:00')).standing).toMatchObject({
      counted: 4,
      needed: 4,
    });
    // Whoever has a seat for that day alone is not counted the day after, though nobody saw them leave.
    const after = (await quorum(hearing, '?at=2026-03-06T00:00:00-08:00')).standing;
    expect(after.present).toContain(eve);
    expect(after.counted).toBe(3);
    expect((await quorum(hearing)).segments.at(-1)).toMatchObject({
      from: new Date('2026-03-06T00:00:00-08:00').toISOString(),
      counted: 3,
    });
    const told = (await chamber.read(`/hearings/${hearing.id}/attendance`)).body.entries;
    const days = await actAs(OPERATOR, async () => [
      ...(await bench.at(new Date(at('20:00')))),
      ...(await bench.at(new Date('2026-03-05T01:00:00-08:00'))),
    ]);
    expect(new Set(told.map((e: Body) => e['commissionerId']))).toEqual(
      new Set(days.map(({ personId }) => personId)),
    );
  });

  it('is of the commission’s own day, in an evening that is tomorrow in Greenwich', async () => {
    const evening = await chamber.noticed({ startsAt: at('20:00') });
    await chamber.arrive(evening, 'Ada', '20:00');
    const { standing } = await quorum(evening, `?at=${at('20:30')}`);
    expect(standing).toMatchObject({ counted: 1, needed: 3 });
  });

  it('and the roll are read in two statements each, whatever the size', async () => {
    const { hearing } = await chamber.sitting();
    for (const name of ['Ada', 'Ben', 'Cho']) await chamber.arrive(hearing, name, '09:00');
    const rows = jest.spyOn(chamber.app.get(Database, { strict: false }), 'rows');
    const statements = async (path: string, key: string | null) => {
      const before = rows.mock.calls.length;
      expect((await chamber.read(`/hearings/${hearing.id}${path}`, key)).status).toBe(200);
      return rows.mock.calls.slice(before).length;
    };
    // Whom a key belongs to is asked besides; a hearing itself is one statement.
    const keyed = (await statements('', chamber.clerk)) - 1;
    for (const path of ['/quorum', '/attendance', `/attendance/${id('Ada')}`]) {
      expect(await statements(path, null)).toBe(2);
      expect(await statements(path, chamber.clerk)).toBe(2 + keyed);
    }
    rows.mockRestore();
  });
});
