import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
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

describe('a double booking, once a hearing was called', () => {
  bookAtDesk();

  it('refuses a rescheduling into it, which can be acknowledged before it is made', async () => {
    const venue = { name: 'Hall', room: `moved ${day}` };
    const [first, second] = [
      await noticed({ venue }),
      await noticed({ venue, startsAt: time(24), endsAt: time(25) }),
    ];
    const into = { reason: 'fire', startsAt: time(1) };
    const refused = await desk.move(second, 'rescheduled', into);
    expect([refused.status, refused.body.code]).toEqual([409, 'DOUBLE_BOOKED']);
    expect((await desk.read(`/hearings/${second}`)).body).toMatchObject({
      status: 'noticed',
      startsAt: time(24),
    });
    expect(await conflicts(second)).toEqual([]);
    expect((await acknowledge(second, first, named(refused.body)[0])).status).toBe(201);
    expect((await desk.move(second, 'rescheduled', into)).status).toBe(201);
  });

  it('after the notice refuses each write that makes it, and nothing of it stands', async () => {
    const [first, second] = [await noticed(), await noticed()];
    await desk.make(`/hearings/${first}/places`, {
      kind: 'room',
      name: 'Overflow',
      room: `${day}`,
      reason: 'Full.',
    });
    await seat(first, [person.id]);
    await desk.make(`/hearings/${first}/witnesses`, { name: `Late ${day}` });
    const asked = { kind: 'interpreter', language: 'es' };
    const arranged = { status: 'arranged', interpreterPersonId: person.id };
    const { id: request } = await desk.make(`/hearings/${second}/requests`, asked);
    const at = `/hearings/${second}`;
    const before = JSON.stringify((await desk.read(`${at}/roster`)).body);
    const writes = {
      place: desk.as(desk.clerk, 'post', `${at}/places`, {
        kind: 'room',
        name: 'Overflow',
        room: `${day}`,
        reason: 'Full.',
      }),
      roster: seat(second, [person.id]),
      interpreter: desk.change(`${at}/requests/${request}`, arranged),
    };
    for (const [what, write] of Object.entries(writes)) {
      const { status, body } = await write;
      expect([what, status, body.code]).toEqual([what, 409, 'DOUBLE_BOOKED']);
    }
    expect((await desk.read(`${at}/places`)).body.items).toEqual([]);
    expect(JSON.stringify((await desk.read(`${at}/roster`)).body)).toBe(before);
    expect((await desk.read(`${at}/requests/${request}`, desk.clerk)).body.status).toBe('received');
    expect((await desk.change(at, { endsAt: time(2) })).status).toBe(200);
  });

  it('is acknowledged with a reason, of another hearing that takes it up, by a clerk, once for one key', async () => {
    const venue = { name: 'Hall', room: `known ${day}` };
    const [first, second, third] = [await noticed({ venue }), await planned({ venue }), await planned()];
    const [conflict] = await conflicts(second);
    const path = `/hearings/${second}/conflict-acknowledgements`;
    const body = { kind: 'room', key: conflict?.key, otherHearingId: first, reason: 'It has two doors.' };
    const refused = async (change: object, key = desk.clerk) => {
      const answer = await desk.as(key, 'post', path, { ...body, ...change });
      return [answer.status, answer.body.code];
    };
    expect(await refused({ otherHearingId: randomUUID() })).toEqual([422, 'UNKNOWN_REFERENCE']);
    expect(await refused({ otherHearingId: second })).toEqual([422, 'SAME_HEARING']);
    expect(await refused({ otherHearingId: third })).toEqual([422, 'NOT_BOOKED']);
    expect(await refused({ reason: '' })).toEqual([400, 'VALIDATION']);
    expect(await refused({ kind: 'chair' })).toEqual([400, 'VALIDATION']);
    expect(await refused({ key: 'x' })).toEqual([400, 'VALIDATION']);
    expect((await refused({}, desk.commissioner))[0]).toBe(403);
    for (const read of [`/hearings/${second}/conflicts`, path]) {
      expect((await desk.read(read)).status).toBe(401);
      expect((await desk.read(read, desk.commissioner)).status).toBe(403);
      expect((await desk.read(read.replace(second, randomUUID()), desk.clerk)).body.code).toBe(
        'HEARING_NOT_FOUND',
      );
    }
    const send = () => desk.as(desk.clerk, 'post', path, body, { 'Idempotency-Key': `known-${day}` });
    const [one, two] = [await send(), await send()];
    expect([one.status, two.body.id]).toEqual([201, one.body.id]);
    expect((await desk.read(path, desk.clerk)).body.items).toEqual([one.body]);
    expect((await desk.read(`${path}/${one.body.id}`, desk.clerk)).body).toEqual({
      id: one.body.id,
      ...body,
      acknowledgedBy: 'test clerk',
      acknowledgedAt: one.body.acknowledgedAt,
    });
    expect((await desk.read(`${path}/${randomUUID()}`, desk.clerk)).body.code).toBe(
      'ACKNOWLEDGEMENT_NOT_FOUND',
    );
    expect(
      (await desk.as(desk.clerk, 'post', `/hearings/${randomUUID()}/conflict-acknowledgements`, body)).status,
    ).toBe(404);
  });

  it('that two clerks notice at once goes through for one of them alone', async () => {
    for (let round = 0; round < 12; round += 1) {
      const venue = { name: 'Hall', room: `race ${round}` };
      const ids = [await planned({ venue }), await planned({ venue }), await planned({ venue })];
      const answers = await Promise.all(ids.map(notice));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'DOUBLE_BOOKED')).toHaveLength(2);
    }
  });
});
