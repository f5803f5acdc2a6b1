import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from '../hearings/hearings.support.js';
import { type Floor, NINE, openFloor } from './motions.support.js';
import { at } from './proceedings.support.js';

describe('motions', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.close());

  it('are moved and seconded by two who sit there, are there and do not step back', async () => {
    const matter = await floor.make('/matters', { title: 'A contract' });
    const { hearing, items } = await floor.session(
      ['Ada', 'Ben', 'Cho', 'Dee', 'Eve'],
      [{ title: 'The contract', matterId: matter.id }],
    );
    const guest = await floor.guest('Guest');
    await floor.recuse('Cho', matter);
    const refused = async (change: object) => {
      const { status, body } = await floor.propose(hearing, change);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await refused({ movedBy: guest })).toEqual([422, 'NOT_A_MEMBER', '/movedBy']);
    expect(await refused({ secondedBy: floor.id('Fay') })).toEqual([422, 'NOT_PRESENT', '/secondedBy']);
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    expect(await refused({ movedAt: ahead })).toEqual([422, 'IN_THE_FUTURE', '/movedAt']);
    expect(await refused({ movedAt: at('08:59') })).toEqual([422, 'NOT_PRESENT', '/movedBy']);
    expect(await refused({ secondedBy: floor.id('Ada') })).toEqual([422, 'SAME_PERSON', '/secondedBy']);
    expect(await refused({ movedBy: floor.id('Cho'), agendaItemId: items[0]?.id })).toEqual([
      422,
      'RECUSED',
      '/movedBy',
    ]);
    expect(await refused({ agendaItemId: guest })).toEqual([422, 'UNKNOWN_REFERENCE', '/agendaItemId']);
    expect(await refused({ sessionId: guest })).toEqual([422, 'UNKNOWN_REFERENCE', '/sessionId']);
    expect(await refused({ text: '' })).toEqual([400, 'VALIDATION', '/text']);
    expect(await refused({ movedBy: floor.id('Cho'), secondedBy: null })).toEqual([
      201,
      undefined,
      undefined,
    ]);
  });

  it('need an open session, and a hearing that has begun', async () => {
    const { hearing, session: morning } = await floor.session();
    const url = `/hearings/${hearing.id}/sessions`;
    const planned = await floor.make(url, { name: 'Afternoon' });
    expect((await floor.propose(hearing, { sessionId: planned.id })).body).toMatchObject({
      status: 409,
      code: 'SESSION_NOT_OPEN',
    });
    await floor.change(`${url}/${morning.id}`, { adjournedAt: at('12:00') });
    expect((await floor.propose(hearing, { movedAt: at('12:30') })).body.code).toBe('SESSION_NOT_OPEN');
    const late = (await floor.propose(hearing, { kind: 'adjourn', movedAt: at('11:59') })).body as Body;
    expect((await floor.vote(hearing, late, 'aaaaaaaaa', at('12:01'))).body.code).toBe('SESSION_NOT_OPEN');
    // The vote that ends the session bears its last minute, and so does their leaving.
    for (const name of NINE) await floor.leave(hearing, name, '12:00');
    expect((await floor.vote(hearing, late, 'aaaaaaaaa', at('12:00'))).body.outcome).toBe('carried');

    const before = await floor.noticed({ startsAt: at('09:00') });
    for (const name of ['Ada', 'Ben']) await floor.arrive(before, name, '09:00');
    expect((await floor.propose(before)).body).toMatchObject({ status: 409, code: 'HEARING_NOT_IN_SESSION' });
  });

  it('are decided once; what was wrong is withdrawn with a reason, and its votes stay', async () => {
    const { hearing } = await floor.session();
    const motion = (await floor.propose(hearing)).body as Body;
    const url = floor.path(hearing, motion);
    expect(
      (await floor.change(url, { text: 'That some counties be asked.', of: 'members' })).body,
    ).toMatchObject({
      text: 'That some counties be asked.',
      of: 'members',
    });
    await floor.vote(hearing, motion, 'aaaaannn-');
    expect((await floor.vote(hearing, motion, 'nnnnnnnnn')).body).toMatchObject({
      status: 409,
      code: 'MOTION_DECIDED',
    });
    expect((await floor.change(url, { text: 'Other words' })).body.code).toBe('MOTION_DECIDED');
    expect((await floor.change(url, { withdrawnReason: 'x', text: 'y' })).body.code).toBe('WITHDRAWAL_ALONE');
    const withdrawn = await floor.change(url, { withdrawnReason: 'Written down for the wrong motion.' });
    expect(withdrawn.body).toMatchObject({
      outcome: 'withdrawn',
      withdrawnReason: 'Written down for the wrong motion.',
      tally: { aye: 5, no: 3 },
    });
    expect((await floor.change(url, { withdrawnReason: 'Again' })).body.code).toBe('MOTION_DECIDED');
  });

  it('are found by anybody, and written by clerks alone', async () => {
    const { hearing } = await floor.session();
    const motion = (await floor.propose(hearing, { text: 'That quinces be planted.' })).body as Body;
    const hit = (await floor.read('/search?q=quinces')).body.items[0];
    expect(hit).toMatchObject({
      kind: 'motion',
      id: motion.id,
      links: { self: `/api/v1${floor.path(hearing, motion)}` },
    });
    await floor.change(floor.path(hearing, motion), { text: 'That medlars be planted.' });
    expect((await floor.read('/search?q=quinces')).body.items).toEqual([]);
    expect((await floor.read('/search?q=medlars')).body.items).toHaveLength(1);

    const url = `/hearings/${hearing.id}/motions`;
    const roll = `/api/v1${floor.path(hearing, motion)}/roll-call`;
    expect((await floor.as(null, 'post', url, {})).status).toBe(401);
    expect((await floor.as(floor.commissioner, 'post', url, {})).status).toBe(403);
    expect((await floor.as(await floor.bearer('clerk', ['hearings:read']), 'post', url, {})).status).toBe(
      403,
    );
    expect((await floor.anybody.put(roll).set('Authorization', floor.commissioner).send({})).status).toBe(
      403,
    );
    const hidden = await floor.hearing();
    expect((await floor.read(`/hearings/${hidden.id}/motions`)).body.code).toBe('HEARING_NOT_FOUND');
  });
});
