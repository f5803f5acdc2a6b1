import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from './hearings.support.js';

const VENUE = { name: 'Annex', address: '1 Main Street' };

describe('the schedule of a hearing', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const sequenceOf = async (id: string): Promise<unknown> =>
    (await desk.read(`/hearings/${id}`, desk.clerk)).body.sequence;

  it.each([
    ['title', { title: 'Another' }],
    ['start', { startsAt: '2031-03-04T10:00:00-08:00' }],
    ['end', { endsAt: '2031-03-04T19:00:00-08:00' }],
    ['time zone', { timeZone: 'America/Denver' }],
    ['venue', { venue: VENUE }],
    ['room', { venue: { ...VENUE, room: '2' } }],
    ['way in', { venue: { ...VENUE, room: '2', accessibility: 'By the west door.' } }],
    ['parking', { venue: { ...VENUE, room: '2', parking: 'In the yard.' } }],
    ['missing venue', { venue: null }],
  ])('counts a change of its %s for calendars, once', async (_, change) => {
    const { id } = await desk.hearing({ venue: { name: 'Elsewhere' }, endsAt: '2031-03-04T18:00:00-08:00' });
    expect((await desk.change(`/hearings/${id}`, change)).body.sequence).toBe(1);
    expect((await desk.change(`/hearings/${id}`, change)).body.sequence).toBe(1);
  });

  it.each([
    ['description', { description: 'More of it.' }],
    ['languages', { languages: ['es'] }],
    ['content note', { contentNote: 'Speaks of harm.' }],
    ['embargo', { embargoUntil: '2020-01-01T00:00:00Z' }],
  ])('does not count a change of its %s', async (_, change) => {
    const { id } = await desk.hearing();
    expect((await desk.change(`/hearings/${id}`, change)).body.sequence).toBe(0);
  });

  it('counts each step of its status, and a rescheduling once', async () => {
    const { id } = await desk.noticed();
    expect(await sequenceOf(id)).toBe(1);
    await desk.move(id, 'postponed', { reason: 'fire' });
    expect(await sequenceOf(id)).toBe(2);
    await desk.move(id, 'rescheduled', { reason: 'a new room', startsAt: '2031-05-06T09:00:00-07:00' });
    expect(await sequenceOf(id)).toBe(3);
  });

  it('is not for a client to count', async () => {
    const { id } = await desk.hearing();
    const answer = await desk.change(`/hearings/${id}`, { sequence: 9 });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/sequence']);
  });

  it.each([
    ['over midnight', '2031-03-04T20:00:00-08:00', '2031-03-05T02:00:00-08:00'],
    ['through the night of spring, an hour short', '2031-03-08T22:00:00-08:00', '2031-03-09T04:00:00-07:00'],
    ['through the night of autumn, an hour long', '2031-11-01T22:00:00-07:00', '2031-11-02T04:00:00-08:00'],
    ['over three days', '2031-04-01T09:00:00-07:00', '2031-04-03T17:00:00-07:00'],
  ])('runs %s', async (_, startsAt, endsAt) => {
    const { id } = await desk.noticed({ startsAt, endsAt });
    const { body } = await desk.read(`/hearings/${id}`);
    expect([body.startsAt, body.endsAt]).toEqual([
      new Date(startsAt).toISOString(),
      new Date(endsAt).toISOString(),
    ]);
    const within = `/hearings?startsAt[gte]=${encodeURIComponent(startsAt)}&startsAt[lt]=${encodeURIComponent(endsAt)}`;
    expect((await desk.read(within)).body.items.map((item: { id: string }) => item.id)).toContain(id);
    // The same length another week, on the same clock.
    const later = new Date(Date.parse(startsAt) + 14 * 86_400_000);
    await desk.move(id, 'rescheduled', { reason: 'fire', startsAt: later.toISOString() });
    const moved = (await desk.read(`/hearings/${id}`)).body;
    expect(Date.parse(moved.endsAt) - Date.parse(moved.startsAt)).toBe(
      Date.parse(endsAt) - Date.parse(startsAt),
    );
  });

  it('takes languages once each, and tags alone', async () => {
    for (const [languages, pointer] of [
      [['es', 'es'], '/languages'],
      [['spanish language'], '/languages'],
      ['es', '/languages'],
      [null, '/languages'],
    ] as const) {
      const answer = await desk.as(desk.clerk, 'post', '/hearings', { title: 'x', languages });
      const pointers = (answer.body.errors as { pointer: string }[]).map((error) => error.pointer);
      expect([answer.status, pointers]).toEqual([400, expect.arrayContaining([pointer])]);
    }
  });
});
