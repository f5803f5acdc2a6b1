import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { begun, type Desk, hoursFromNow, openDesk } from './hearings.support.js';

const ZONE = 'America/Los_Angeles';
const LATE = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'A disaster closed the office.' };

/** Nine in the morning, local time, in so many days. */
const inDays = (days: number): string =>
  Temporal.Now.plainDateISO(ZONE)
    .add({ days })
    .toZonedDateTime({ timeZone: ZONE, plainTime: '09:00' })
    .toInstant()
    .toString();

describe('under the Bagley-Keene Act a notice', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await setLaw('bagley_keene');
  });
  afterAll(() => desk.close());

  const setLaw = async (legalProfile: string) => {
    expect((await desk.change('/commission', { legalProfile, name: 'The Commission' })).status).toBe(200);
  };
  const planned = async (startsAt: string, change: object = {}, title = 'Opening'): Promise<string> => {
    const { id } = await desk.hearing({ startsAt, ...change });
    await desk.make(`/hearings/${id}/agenda-items`, { title });
    return id;
  };
  const give = (id: string, body: object = { kind: 'regular' }) =>
    desk.as(desk.clerk, 'post', `/hearings/${id}/notices`, body);
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

  it('is in time ten days before, the last of them included', async () => {
    const given = await give(await planned(inDays(10)));
    expect(given.status).toBe(201);
    const today = Temporal.Now.plainDateISO(ZONE).toString();
    expect(given.body).toMatchObject({
      profile: 'bagley_keene',
      late: false,
      citation: 'Gov. Code 11125(a)',
    });
    const due = Temporal.Instant.from(given.body.dueAt as string).toZonedDateTimeISO(ZONE);
    expect(due.toPlainDate().toString()).toBe(today);
    expect(due.add({ milliseconds: 1 }).toPlainTime().toString()).toBe('00:00:00');
    expect(given.body.text).toContain('Notice given under the Bagley-Keene Open Meeting Act on ');
    expect(given.body.text).toContain('say who they are (Gov. Code 11124).');
  });

  it('is too late nine days before, by either door, unless an exception lets it stand', async () => {
    const id = await planned(inDays(9));
    const late = await give(id);
    expect(outcome(late)).toEqual([409, 'NOTICE_TOO_LATE']);
    expect(late.body.detail).toMatch(
      /^Notice was due by \w+day, .* at 11:59 PM P[SD]T \(Gov\. Code 11125\(a\)\)\./,
    );
    expect(outcome(await desk.move(id, 'noticed'))).toEqual([409, 'NOTICE_TOO_LATE']);
    expect((await desk.read(`/hearings/${id}`, desk.clerk)).body.status).toBe('draft');
    const excepted = await give(id, { kind: 'regular', exception: LATE });
    expect(excepted.status).toBe(201);
    expect(excepted.body).toMatchObject({ late: true, exception: LATE });
    expect(excepted.body.text).toContain('WHY THIS NOTICE IS LATE\nA disaster closed the office.');
    const other = await planned(inDays(9));
    expect((await desk.move(other, 'noticed', { exception: LATE })).status).toBe(201);
    const { body } = await desk.read(`/hearings/${other}/notices`);
    expect(body.items[0]).toMatchObject({ kind: 'regular', late: true });
  });

  it('takes no exception where nothing is late', async () => {
    const id = await planned(inDays(12));
    expect(outcome(await give(id, { kind: 'regular', exception: LATE }))).toEqual([
      422,
      'EXCEPTION_NOT_TAKEN',
    ]);
    expect(outcome(await desk.move(id, 'noticed', { exception: LATE }))).toEqual([
      422,
      'EXCEPTION_NOT_TAKEN',
    ]);
    const noticed = await planned(inDays(12));
    await give(noticed);
    const off = await desk.move(noticed, 'postponed', { reason: 'x', exception: LATE });
    expect(outcome(off)).toEqual([422, 'EXCEPTION_NOT_TAKEN']);
  });

  it('of a special meeting needs its finding and 48 hours', async () => {
    const id = await planned(hoursFromNow(48.1));
    expect(outcome(await give(id, { kind: 'special' }))).toEqual([422, 'FINDING_REQUIRED']);
    const finding = 'The bill is heard on Friday.';
    const short = await give(id, { kind: 'special', finding, vote: { ayes: 6, noes: 4 } });
    expect(outcome(short)).toEqual([422, 'VOTE_SHORT']);
    const given = await give(id, { kind: 'special', finding, vote: { ayes: 7, noes: 3 } });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      kind: 'special',
      call: 'special',
      finding,
      vote: { ayes: 7, noes: 3 },
    });
    expect(given.body.text).toContain('FINDING\nThe bill is heard on Friday. (7 ayes, 3 noes)');
    const late = await planned(hoursFromNow(47.9));
    expect(outcome(await give(late, { kind: 'special', finding }))).toEqual([409, 'NOTICE_TOO_LATE']);
    const noVote = await give(await planned(hoursFromNow(50)), { kind: 'special', finding });
    expect(codes(noVote.body.warnings)).toContain('FINDING_WITHOUT_VOTE');
    const regular = await give(await planned(inDays(12)), { kind: 'regular', finding });
    expect(outcome(regular)).toEqual([422, 'FINDING_NOT_TAKEN']);
  });

  it('of an emergency needs its finding and an hour', async () => {
    const finding = 'Fire.';
    const id = await planned(hoursFromNow(1.1));
    expect(outcome(await give(id, { kind: 'emergency' }))).toEqual([422, 'FINDING_REQUIRED']);
    const tie = await give(id, { kind: 'emergency', finding, vote: { ayes: 5, noes: 5 } });
    expect(outcome(tie)).toEqual([422, 'VOTE_SHORT']);
    expect((await give(id, { kind: 'emergency', finding })).status).toBe(201);
    const late = await planned(hoursFromNow(0.9));
    expect(outcome(await give(late, { kind: 'emergency', finding }))).toEqual([409, 'NOTICE_TOO_LATE']);
  });

  it('of a new date has its clock anew, as the hearing was called', async () => {
    const id = await planned(inDays(20));
    await give(id);
    const moved = (startsAt: string, more: object = {}) =>
      desk.move(id, 'rescheduled', { reason: 'x', startsAt, ...more });
    expect(outcome(await moved(inDays(9)))).toEqual([409, 'NOTICE_TOO_LATE']);
    expect((await moved(inDays(9), { exception: LATE })).status).toBe(201);
    expect((await moved(inDays(30))).status).toBe(201);
    const special = await planned(hoursFromNow(60));
    await give(special, { kind: 'special', finding: 'x' });
    const again = { reason: 'x', startsAt: hoursFromNow(50) };
    expect((await desk.move(special, 'rescheduled', again)).status).toBe(201);
    const { items } = (await desk.read(`/hearings/${special}/notices`)).body;
    expect(items[1]).toMatchObject({
      kind: 'rescheduling',
      call: 'special',
      citation: 'Gov. Code 11125.4(b)',
    });
  });

  it('of what was postponed and is held after all is in time, or excepted', async () => {
    const id = await planned(inDays(5));
    await give(id, { kind: 'regular', exception: LATE });
    await desk.move(id, 'postponed', { reason: 'x' });
    expect(outcome(await desk.move(id, 'noticed'))).toEqual([409, 'NOTICE_TOO_LATE']);
    expect((await desk.move(id, 'noticed', { exception: LATE })).status).toBe(201);
  });

  it('of a hearing that has begun is taken over, without a clock', async () => {
    const { id } = await desk.hearing(begun());
    const given = await give(id);
    expect(given.body).toMatchObject({ dueAt: null, late: false, citation: null });
    expect(given.body.text).toContain('It was entered after the start, for the record.');
  });

  it('warns, and is given all the same', async () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
    const id = await planned(inDays(12), {}, words(21));
    await desk.make(`/hearings/${id}/agenda-items`, { title: words(20) });
    for (const authority of ['Gov. Code 11126(e)(1)', 'Health Code 100']) {
      await desk.make(`/hearings/${id}/agenda-items`, { title: words(40), closed: true, authority });
    }
    await desk.make(`/hearings/${id}/places`, {
      kind: 'teleconference',
      name: 'The home of a member',
      address: '3 Oak Street',
      publicAccess: false,
    });
    const given = await give(id);
    expect(given.status).toBe(201);
    expect(given.body.warnings.map(({ code, pointer }: Record<string, string>) => [code, pointer])).toEqual([
      ['AGENDA_ITEM_LONG', '/agenda/0/title'],
      ['CLOSED_UNDER_OTHER_LAW', '/agenda/3/authority'],
      ['VENUE_WITHOUT_ACCESSIBILITY', '/venue/accessibility'],
      ['TELECONFERENCE_NOT_PUBLIC', '/places/0/publicAccess'],
      ['NOTICE_WITHOUT_CONTACT', '/contact'],
    ]);
    expect((await desk.read(`/hearings/${id}/notices/${given.body.id}`)).body.warnings).toEqual([]);
  });

  it('keeps the law of its day', async () => {
    const id = await planned(inDays(12));
    const given = await give(id);
    await setLaw('brown');
    const brown = await give(await planned(hoursFromNow(73)));
    expect(brown.body).toMatchObject({ profile: 'brown', citation: 'Gov. Code 54954.2(a)' });
    expect(outcome(await give(await planned(hoursFromNow(71))))).toEqual([409, 'NOTICE_TOO_LATE']);
    expect((await give(await planned(hoursFromNow(25)), { kind: 'special' })).status).toBe(201);
    await setLaw('bagley_keene');
    const kept = await desk.read(`/hearings/${id}/notices/${given.body.id}`, desk.clerk);
    expect(kept.body).toEqual(given.body);
  });
});
