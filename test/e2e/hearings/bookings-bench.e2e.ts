import { beforeAll, describe, expect, it } from '@jest/globals';
import { openSeats } from '../commission/seats.js';
import {
  acknowledge,
  bookAtDesk,
  conflicts,
  desk,
  named,
  notice,
  noticed,
  person,
  planned,
  seat,
  time,
} from './bookings.support.js';

describe('a double booking of the whole bench', () => {
  bookAtDesk();
  let late: string;
  beforeAll(async () => {
    const seats = await openSeats(desk);
    const ids = [person.id, (await desk.make('/people', { name: 'Bo Lee', listed: true })).id];
    late = (await desk.make('/people', { name: 'Cy Orr', listed: true })).id;
    for (const [index, personId] of ids.entries()) {
      const postId = await seats.seat({ label: `Seat ${index}` });
      await seats.term({ personId, postId, from: '2020-01-01', to: '2033-12-31' });
    }
    const postId = await seats.seat({ label: 'The third seat' });
    await seats.term({ personId: late, postId, from: '2034-01-02' });
    await seats.close();
  });

  it('is one, which says so, where neither hearing has a roster', async () => {
    const [first, second] = [await noticed(), await planned()];
    const [seen, ...more] = await conflicts(second);
    expect([seen, more]).toMatchObject([
      { kind: 'commissioner', subject: 'The whole bench', blocks: true, other: { id: first } },
      [],
    ]);
    const refused = await notice(second);
    expect([refused.status, refused.body.code, refused.body.errors]).toEqual([
      409,
      'DOUBLE_BOOKED',
      [
        {
          pointer: '',
          code: 'COMMISSIONER_BOOKED',
          detail: 'Neither hearing has a roster, and the whole bench cannot sit at both.',
          otherHearingId: first,
          key: seen?.key,
        },
      ],
    ]);
    expect((await acknowledge(second, first, seen)).status).toBe(201);
    expect((await notice(second)).status).toBe(201);
  });

  it('is one of each member whom the other hearing names', async () => {
    const [first, second] = [await noticed(), await planned()];
    await seat(second, [person.id]);
    const [refusal] = (await notice(second)).body.errors;
    expect(refusal).toMatchObject({
      code: 'COMMISSIONER_BOOKED',
      detail: 'One of the two hearings has no roster: the whole bench is expected there, them too.',
      otherHearingId: first,
    });
    expect(await conflicts(second)).toMatchObject([{ subject: 'Ann Roe', key: refusal.key }]);
    await seat(second, [late]);
    expect((await notice(second)).status).toBe(201);
    // Whoever empties a roster expects the bench again.
    const emptied = await seat(second, []);
    expect([emptied.status, named(emptied.body)[0]?.otherHearingId]).toEqual([409, first]);
  });

  it('is none with an interview, which the bench does not sit in', async () => {
    const kind = 'stakeholder_interview';
    const [, second] = [await noticed(), await planned({ kind })];
    expect(await conflicts(second)).toEqual([]);
    await seat(second, [person.id]);
    expect(await conflicts(second)).toHaveLength(1);
  });

  it('is none with who has no seat on any of its days, by the clock of the commission', async () => {
    // On 1 January 2034 nobody sits; it becomes the second at midnight in Los Angeles, at 8:00 UTC.
    const venue = (room: string) => ({ venue: { name: 'Hall', room } });
    const nobody = await planned({
      ...venue('n'),
      startsAt: '2034-01-01T18:00:00Z',
      endsAt: '2034-01-02T07:59:00Z',
    });
    const some = await planned({
      ...venue('s'),
      startsAt: '2034-01-01T18:00:00Z',
      endsAt: '2034-01-02T08:01:00Z',
    });
    const third = await planned({
      ...venue('t'),
      startsAt: '2034-01-02T07:00:00Z',
      endsAt: '2034-01-02T09:00:00Z',
    });
    expect(await conflicts(nobody)).toEqual([]);
    expect((await conflicts(some)).map(({ other }) => other.id)).toEqual([third]);
  });

  it('that two clerks notice at once goes through for one of them alone', async () => {
    const ids = [await planned(), await planned(), await planned({ startsAt: time(1) })];
    const answers = await Promise.all(ids.map(notice));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'DOUBLE_BOOKED')).toHaveLength(2);
  });
});
