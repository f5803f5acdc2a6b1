import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HearingStatus } from '#src/record/hearings/index.js';
import { asImported, begun, type Desk, hoursFromNow, openDesk } from './hearings.support.js';

interface Change {
  readonly number: number;
  readonly from: HearingStatus | null;
  readonly to: HearingStatus;
  readonly changedBy: { id: string; name: string } | null;
}

describe('the status of a hearing', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const statuses = (answers: readonly { status: number }[]): number[] =>
    answers.map(({ status }) => status).toSorted((a, b) => a - b);
  const history = async (id: string, key: string | null = desk.clerk): Promise<Change[]> =>
    (await desk.read(`/hearings/${id}/status-changes?limit=250`, key)).body.items as Change[];

  it('goes its usual way, and every step tells who, when and why', async () => {
    const { id } = await desk.noticed(begun());
    await asImported(desk, id);
    const steps = ['in_session', 'adjourned', 'minutes_draft', 'minutes_approved', 'closed'] as const;
    for (const to of steps) expect((await desk.move(id, to, { reason: `to ${to}` })).status).toBe(201);
    expect((await desk.read(`/hearings/${id}`)).body.status).toBe('closed');
    const told = await history(id);
    expect(told.map(({ number, from, to }) => [number, from, to])).toEqual([
      [1, null, 'draft'],
      [2, 'draft', 'noticed'],
      [3, 'noticed', 'in_session'],
      [4, 'in_session', 'adjourned'],
      [5, 'adjourned', 'minutes_draft'],
      [6, 'minutes_draft', 'minutes_approved'],
      [7, 'minutes_approved', 'closed'],
    ]);
    expect(told[6]).toMatchObject({ reason: 'to closed', changedBy: { name: 'test clerk' } });
    for (const key of [null, desk.commissioner]) {
      const seen = await history(id, key);
      expect(seen).toEqual(told.map((change) => ({ ...change, changedBy: null })));
    }
  });

  it('tells of no minutes that there are not', async () => {
    const { id } = await desk.noticed(begun());
    for (const to of ['in_session', 'adjourned'] as const) await desk.move(id, to);
    const without = await desk.move(id, 'minutes_draft');
    expect([without.status, without.body.code]).toEqual([409, 'MINUTES_NEEDED']);
    expect((await desk.move(id, 'minutes_approved')).body.code).toBe('HEARING_STATUS_ILLEGAL');
    expect((await history(id)).at(-1)?.to).toBe('adjourned');
    // Another book is not its minutes.
    await desk.make(`/hearings/${id}/minutes`, { book: 'closed', body: 'x' });
    expect((await desk.move(id, 'minutes_draft')).body.code).toBe('MINUTES_NEEDED');
    await desk.make(`/hearings/${id}/minutes`, { book: 'open', body: 'x' });
    expect((await history(id)).at(-1)?.to).toBe('minutes_draft');
    const unapproved = await desk.move(id, 'minutes_approved');
    expect([unapproved.status, unapproved.body.code]).toEqual([409, 'MINUTES_NEEDED']);
    expect((await desk.read(`/hearings/${id}`)).body.status).toBe('minutes_draft');
  });

  it('changes answer where they can be read', async () => {
    const { id } = await desk.noticed(begun());
    const made = await desk.move(id, 'in_session');
    const location = (made.headers['location'] as string).replace('/api/v1', '');
    expect(location).toBe(`/hearings/${id}/status-changes/${made.body.id}`);
    expect((await desk.read(location, desk.clerk)).body).toEqual(made.body);
    const absent = await desk.read(`/hearings/${id}/status-changes/${randomUUID()}`);
    expect([absent.status, absent.body.code]).toEqual([404, 'STATUS_CHANGE_NOT_FOUND']);
  });

  it('is not changed by who may not, nor of a hearing that is not there', async () => {
    const { id } = await desk.noticed();
    const path = `/hearings/${id}/status-changes`;
    expect((await desk.as(null, 'post', path, { to: 'in_session' })).status).toBe(401);
    expect((await desk.as(desk.commissioner, 'post', path, { to: 'in_session' })).status).toBe(403);
    expect((await desk.move(randomUUID(), 'noticed')).body.code).toBe('HEARING_NOT_FOUND');
    expect((await desk.move(id, 'held' as HearingStatus)).status).toBe(400);
  });

  it.each([
    ['an agenda', {}, 'NOTICE_NEEDS_AGENDA'],
    ['a venue', { venue: null, agenda: {} }, 'NOTICE_NEEDS_VENUE'],
    ['the law of what is closed', { kind: 'closed_session', agenda: {} }, 'NOTICE_NEEDS_AUTHORITY'],
  ])('is noticed only with %s', async (_what, { agenda, ...plan }: { agenda?: object }, code) => {
    const { id } = await desk.hearing(plan);
    if (agenda) await desk.make(`/hearings/${id}/agenda-items`, { title: 'Item', ...agenda });
    const refused = await desk.move(id, 'noticed');
    expect([refused.status, refused.body.code]).toEqual([409, code]);
    expect((await desk.read(`/hearings/${id}`)).status).toBe(404);
    expect(await history(id)).toHaveLength(1);
  });

  it('needs a reason to break a plan, and a start to make another', async () => {
    const { id } = await desk.noticed({ endsAt: '2031-03-04T12:00:00-08:00' });
    for (const to of ['postponed', 'cancelled', 'rescheduled'] as const) {
      const refused = await desk.move(id, to);
      expect([refused.status, refused.body.code]).toEqual([422, 'REASON_REQUIRED']);
    }
    const bare = await desk.move(id, 'rescheduled', { reason: 'fire' });
    expect([bare.status, bare.body.code]).toEqual([422, 'START_REQUIRED']);
    const timed = await desk.move(id, 'in_session', { startsAt: '2031-04-01T09:00:00-07:00' });
    expect([timed.status, timed.body.code]).toEqual([422, 'TIME_NOT_TAKEN']);
    const moved = await desk.move(id, 'rescheduled', {
      reason: 'fire',
      startsAt: '2031-04-01T09:00:00-07:00',
    });
    expect(moved.body).toMatchObject({
      reason: 'fire',
      previousStartsAt: '2031-03-04T17:00:00.000Z',
      previousEndsAt: '2031-03-04T20:00:00.000Z',
      told: [],
    });
    expect((await desk.read(`/hearings/${id}`)).body).toMatchObject({
      status: 'rescheduled',
      startsAt: '2031-04-01T16:00:00.000Z',
      endsAt: '2031-04-01T19:00:00.000Z',
    });
  });

  it('changed by two at once is changed by one', async () => {
    const { id } = await desk.noticed(begun());
    const both = await Promise.all([desk.move(id, 'in_session'), desk.move(id, 'in_session')]);
    expect(statuses(both)).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'HEARING_STATUS_ILLEGAL',
      detail: 'A hearing that is in_session cannot become in_session.',
    });
    const other = await desk.noticed();
    const believed = { from: 'noticed', reason: 'storm', startsAt: '2031-05-01T09:00:00-07:00' };
    const rival = await Promise.all([
      desk.move(other.id, 'rescheduled', believed),
      desk.move(other.id, 'postponed', { from: 'noticed', reason: 'storm' }),
    ]);
    expect(statuses(rival)).toEqual([201, 409]);
    expect(rival.find(({ status }) => status === 409)?.body.code).toBe('HEARING_STATUS_MOVED');
    expect(await history(other.id)).toHaveLength(3);
  });

  it('sent twice under one key is changed once', async () => {
    const { id } = await desk.noticed(begun());
    const path = `/hearings/${id}/status-changes`;
    const send = () =>
      desk.as(desk.clerk, 'post', path, { to: 'in_session' }, { 'Idempotency-Key': `s-${id}` });
    const first = await send();
    const second = await send();
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await history(id)).toHaveLength(3);
  });

  it('is opened on its day and not before', async () => {
    const { id } = await desk.noticed();
    const early = await desk.move(id, 'in_session');
    expect([early.status, early.body.code]).toEqual([409, 'NOT_YET']);
    expect((await desk.read(`/hearings/${id}`)).body.status).toBe('noticed');
  });

  it('rests in a recess and goes on', async () => {
    const { id } = await desk.noticed(begun());
    for (const to of ['in_session', 'recessed', 'in_session', 'recessed', 'adjourned'] as const) {
      expect((await desk.move(id, to)).status).toBe(201);
    }
    const refused = await desk.move(id, 'recessed');
    expect([refused.status, refused.body.code]).toEqual([409, 'HEARING_STATUS_ILLEGAL']);
    const recessed = await desk.read('/hearings?status=recessed', desk.clerk);
    expect(recessed.body.items).toEqual([]);
  });

  it('is resumed while its start is ahead, and tells who was told', async () => {
    const { id } = await desk.noticed();
    const told = ['All members', 'Everybody who asked for notices'];
    const off = await desk.move(id, 'postponed', { reason: 'smoke', told });
    expect(off.body.told).toEqual(told);
    expect((await desk.move(id, 'noticed', { reason: 'the air is clear' })).status).toBe(201);
    expect((await history(id)).at(-1)).toMatchObject({ from: 'postponed', to: 'noticed' });
    const over = await desk.noticed({ startsAt: hoursFromNow(-1) });
    await desk.move(over.id, 'postponed', { reason: 'smoke' });
    const late = await desk.move(over.id, 'noticed');
    expect([late.status, late.body.code]).toEqual([409, 'START_HAS_PASSED']);
    for (const wrong of [[''], 'All members', [1], Array.from({ length: 51 }, () => 'x')]) {
      expect((await desk.move(over.id, 'cancelled', { reason: 'smoke', told: wrong })).status).toBe(400);
    }
  });
});
