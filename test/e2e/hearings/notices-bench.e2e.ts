import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSeats } from '../commission/seats.js';
import { type Desk, hoursFromNow, openDesk } from './hearings.support.js';

describe('with a bench of eight, a notice', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.change('/commission', { legalProfile: 'bagley_keene' });
    const seats = await openSeats(desk);
    for (let n = 1; n <= 8; n += 1) await seats.seat({ label: `Seat ${n}` });
    // One that is given up before the hearing is none.
    await seats.seat({ label: 'Given up', to: '2001-01-01' });
    await seats.close();
  });
  afterAll(() => desk.close());

  const planned = async (hours = 60): Promise<string> => {
    const { id } = await desk.hearing({ startsAt: hoursFromNow(hours) });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    return id;
  };
  const give = (id: string, body: object) => desk.as(desk.clerk, 'post', `/hearings/${id}/notices`, body);

  it('of a special meeting stands on two thirds of the members, or on all who are there', async () => {
    const id = await planned();
    const called = (vote: object) => give(id, { kind: 'special', finding: 'x', vote });
    const short = await called({ ayes: 2, noes: 1 });
    expect([short.status, short.body.code]).toEqual([422, 'VOTE_SHORT']);
    expect(short.body.detail).toContain('two thirds of the 8 members of the body, 6 ayes at least');
    const miscounted = await called({ ayes: 5, noes: 1, present: 5 });
    expect([miscounted.status, miscounted.body.code]).toEqual([422, 'VOTE_MISCOUNTED']);
    expect((await called({ ayes: 5, noes: 0, present: -1 })).status).toBe(400);
    const vote = { ayes: 5, noes: 0, present: 5 };
    const given = await called(vote);
    expect([given.status, given.body.vote]).toEqual([201, vote]);
    expect(given.body.text).toContain('FINDING\nx (5 ayes, 0 noes, 5 present)');
    const full = { ayes: 6, noes: 2 };
    const other = await give(await planned(), { kind: 'special', finding: 'x', vote: full });
    expect([other.status, other.body.vote]).toEqual([201, full]);
  });

  it('of an emergency stands on a majority of the members', async () => {
    const id = await planned(2);
    const called = (vote: object) => give(id, { kind: 'emergency', finding: 'Fire.', vote });
    const short = await called({ ayes: 4, noes: 0, present: 4 });
    expect([short.status, short.body.code]).toEqual([422, 'VOTE_SHORT']);
    expect(short.body.detail).toContain('5 ayes at least (Gov. Code 11125.5(b))');
    expect((await called({ ayes: 5, noes: 3 })).status).toBe(201);
  });

  it('warns where its roster names nobody, so that nobody can be seen to be double booked', async () => {
    const warned = async (change: object, isListed = false) => {
      const { id } = await desk.hearing({ startsAt: '2031-03-04T17:00:00Z', ...change });
      const authority = 'Gov. Code 11126(e)(1)';
      await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening', authority });
      if (isListed) {
        const { id: personId } = await desk.make('/people', { name: 'Ada' });
        const path = `/hearings/${id}/roster`;
        const tag = (await desk.read(path, desk.clerk)).headers['etag'] as string;
        const set = await desk.as(desk.clerk, 'put', path, { personIds: [personId] }, { 'If-Match': tag });
        expect(set.status).toBe(200);
      }
      const given = await give(id, { kind: 'regular' });
      expect(given.status).toBe(201);
      return (given.body.warnings as { code: string; pointer: string }[])
        .filter(({ code }) => code === 'ROSTER_EMPTY')
        .map(({ pointer }) => pointer);
    };
    expect(await warned({})).toEqual(['/roster']);
    expect(await warned({}, true)).toEqual([]);
    expect(await warned({ kind: 'closed_session' })).toEqual([]);
    // Before there were seats.
    expect(await warned({ startsAt: '1999-03-04T17:00:00Z' })).toEqual([]);
  });
});
