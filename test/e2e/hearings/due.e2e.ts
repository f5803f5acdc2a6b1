import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#src/foundation/database/index.js';
import { asImported, begun, type Desk, hoursFromNow, openDesk } from './hearings.support.js';

interface Act {
  readonly act: string;
  readonly hearingId: string;
  readonly subjectId: string | null;
  readonly dueAt: string;
  readonly officeDay: string;
  readonly overdue: boolean;
  readonly citation: string | null;
}

describe('what is due', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.change('/commission', { legalProfile: 'bagley_keene' });
  });
  afterAll(() => desk.close());

  const due = async (query = ''): Promise<Act[]> => {
    const { status, body } = await desk.read(`/hearings/due${query}`, desk.clerk);
    expect(status).toBe(200);
    return body.items as Act[];
  };
  const of = async (id: string, query = '?limit=1000') =>
    (await due(query)).filter(({ hearingId }) => hearingId === id);
  const acts = async (id: string) => (await of(id)).map(({ act, overdue }) => [act, overdue]);
  const item = { title: 'Opening' };

  it('goes with a hearing from draft to minutes', async () => {
    const { id } = await desk.hearing(begun());
    await desk.make(`/hearings/${id}/agenda-items`, item);
    expect(await acts(id)).toEqual([
      ['freeze_agenda', true],
      ['give_notice', true],
    ]);
    await desk.move(id, 'noticed');
    expect(await acts(id)).toEqual([['open', true]]);
    await desk.move(id, 'in_session');
    expect(await acts(id)).toEqual([]);
    await desk.move(id, 'adjourned');
    expect(await acts(id)).toEqual([['draft_minutes', false]]);
    await asImported(desk, id);
    await desk.move(id, 'minutes_draft');
    expect(await acts(id)).toEqual([['approve_minutes', false]]);
    await desk.move(id, 'minutes_approved');
    expect(await acts(id)).toEqual([]);
  });

  it('has the law, the moment and the office day of a notice', async () => {
    const startsAt = '2031-11-21T09:00:00-08:00';
    const { id } = await desk.hearing({ startsAt });
    const window = '?from=2031-11-01T00:00:00Z&to=2031-11-30T00:00:00Z';
    // Ten days before is Veterans Day, and then the weekend is two days off.
    expect((await of(id, window))[1]).toMatchObject({
      act: 'give_notice',
      dueAt: '2031-11-12T07:59:59.999Z',
      officeDay: '2031-11-10',
      overdue: false,
      citation: 'Gov. Code 11125(a)',
      subjectId: null,
    });
    expect(await of(id)).toEqual([]);
    const inside = '?from=2031-11-12T07:59:59.999Z&to=2031-11-12T07:59:59.999Z';
    expect(await of(id, inside)).toHaveLength(2);
    expect(await of(id, '?from=2031-11-12T08:00:00Z&to=2031-11-13T00:00:00Z')).toEqual([]);
  });

  it('has the special notice that is still in time, and the new date of what was postponed', async () => {
    const startsAt = hoursFromNow(72);
    const { id } = await desk.hearing({ startsAt });
    const special = (await of(id)).find(({ act }) => act === 'give_special_notice');
    expect(await acts(id)).toEqual([
      ['freeze_agenda', true],
      ['give_notice', true],
      ['give_special_notice', false],
    ]);
    expect(special?.citation).toBe('Gov. Code 11125.4(b)');
    expect(Date.parse(startsAt) - Date.parse(special?.dueAt ?? '')).toBe(48 * 3_600_000);
    await desk.make(`/hearings/${id}/agenda-items`, item);
    expect(
      (await desk.as(desk.clerk, 'post', `/hearings/${id}/notices`, { kind: 'special', finding: 'x' }))
        .status,
    ).toBe(201);
    expect(await acts(id)).toEqual([['open', false]]);
    await desk.move(id, 'postponed', { reason: 'smoke' });
    const [again, ...more] = await of(id);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ act: 'set_new_date', dueAt: startsAt, overdue: false, citation: null });
  });

  it('names requests that wait for an answer, and closed sessions that were not reported', async () => {
    const { id } = await desk.noticed({ startsAt: hoursFromNow(24 * 40) });
    const dueOn = hoursFromNow(48).slice(0, 10);
    const request = await desk.make(`/hearings/${id}/requests`, {
      kind: 'interpreter',
      language: 'es',
      dueOn,
    });
    const closed = { name: 'Closed', closed: true, authority: 'Gov. Code 11126(e)(1)' };
    const over = { openedAt: hoursFromNow(-30), adjournedAt: hoursFromNow(-29) };
    const session = await desk.make(`/hearings/${id}/sessions`, { ...closed, ...over });
    await desk.make(`/hearings/${id}/sessions`, { name: 'Open', ...over });
    const found = await of(id);
    expect(found.map(({ act, subjectId }) => [act, subjectId])).toEqual([
      ['report_out', session.id],
      ['answer_request', request.id],
      ['open', null],
    ]);
    expect(found[0]).toMatchObject({ overdue: true, citation: 'Gov. Code 11126.3(f)' });
    await desk.change(`/hearings/${id}/sessions/${session.id}`, { reportedOut: 'No action was taken.' });
    await desk.change(`/hearings/${id}/requests/${request.id}`, {
      status: 'declined',
      answer: 'None found.',
    });
    expect(await acts(id)).toEqual([['open', false]]);
  });

  it('waits with minutes for the next meeting', async () => {
    const { id } = await desk.noticed({ startsAt: hoursFromNow(-0.5), endsAt: hoursFromNow(-0.4) });
    for (const to of ['in_session', 'adjourned'] as const) await desk.move(id, to);
    await desk.make(`/hearings/${id}/minutes`, { book: 'open', body: 'x' });
    const [before] = await of(id);
    const startsAt = hoursFromNow(24 * 12);
    await desk.noticed({ startsAt });
    const [after] = await of(id);
    expect([after?.act, after?.dueAt]).toEqual(['approve_minutes', startsAt]);
    expect(before?.dueAt).not.toBe(startsAt);
  });

  it('is listed soonest first, and says when there is more', async () => {
    const all = await due('?limit=1000');
    expect(all.length).toBeGreaterThan(2);
    const moments = all.map(({ dueAt }) => dueAt);
    expect(moments).toEqual(moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)));
    const { body } = await desk.read('/hearings/due?limit=2', desk.clerk);
    expect([body.items, body.more]).toEqual([all.slice(0, 2), true]);
    expect((await desk.read('/hearings/due?limit=1000', desk.clerk)).body.more).toBe(false);
  });

  it('is the desk’s alone, and asks for a window that is one', async () => {
    expect((await desk.read('/hearings/due')).status).toBe(401);
    expect((await desk.read('/hearings/due', desk.commissioner)).status).toBe(403);
    const reading = await desk.bearer('clerk', ['hearings:read']);
    expect((await desk.read('/hearings/due', reading)).body.code).toBe('SCOPE_MISSING');
    for (const query of ['limit=0', 'limit=1001', 'limit=x', 'from=2031-01-01', 'until=x', 'from=a&from=b']) {
      expect([query, (await desk.read(`/hearings/due?${query}`, desk.clerk)).status]).toEqual([query, 400]);
    }
    const reversed = '/hearings/due?from=2031-01-02T00:00:00Z&to=2031-01-01T00:00:00Z';
    const refused = await desk.read(reversed, desk.clerk);
    expect([refused.status, refused.body.code]).toEqual([422, 'WINDOW_REVERSED']);
  });

  it('takes two statements, whatever there is', async () => {
    const database = desk.app.get(Database);
    const rows = database.rows.bind(database);
    let statements = 0;
    database.rows = (...given: Parameters<typeof rows>) => {
      statements += 1;
      return rows(...given);
    };
    try {
      await due('?limit=1000');
    } finally {
      database.rows = rows;
    }
    expect(statements).toBe(2);
  });
});
