import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OPEN, openScribe, type Scribe } from './minutes.support.js';
import { together } from '../commission/barrier.js';
import { at } from './proceedings.support.js';

describe('the approval of minutes', () => {
  let scribe: Scribe;

  beforeAll(async () => {
    scribe = await openScribe();
  });
  afterAll(() => scribe.close());

  const approve = (hearingId: string, id: string, body: object, key = scribe.clerk, headers = {}) =>
    scribe.as(key, 'post', `/hearings/${hearingId}/minutes/${id}/approval`, body, headers);
  const code = async (answer: ReturnType<Scribe['as']>) => {
    const { status, body } = await answer;
    return [status, body.code];
  };
  const found = async (word: string, key: string | null = null) => {
    const answer = await scribe.read(`/search?q=${word}&kind=minutes`, key);
    return (answer.body.items as { id: string; title: string }[]).map(({ id, title }) => [id, title]);
  };

  it('leaves what was approved as it was, until a correction is approved in its place', async () => {
    const { hearing } = await scribe.held();
    const path = `/hearings/${hearing.id}/minutes`;
    const first = await scribe.written(hearing.id, { ...OPEN, body: 'Quokka, approvd.' });
    expect(await found('quokka')).toEqual([]);
    expect(await found('quokka', scribe.clerk)).toEqual([[first.id, 'Draft minutes']]);
    const { body } = await scribe.approving();
    expect((await approve(hearing.id, first.id, body)).status).toBe(201);
    expect(await found('quokka')).toEqual([[first.id, 'Minutes, as approved']]);

    const basedOn = { basedOn: first.id, reason: 'Spelling' };
    const second = await scribe.written(hearing.id, { ...OPEN, body: 'Quokka, approved.', ...basedOn });
    expect((await scribe.read(path)).body.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    expect(await found('quokka')).toEqual([[first.id, 'Minutes, as approved']]);
    expect(await code(approve(hearing.id, second.id, body))).toEqual([409, 'MOTION_USED']);
    const again = await scribe.approving({ title: 'The one after' });
    const corrected = await approve(hearing.id, second.id, { ...again.body, note: 'Corrects the spelling.' });
    expect(corrected.body).toMatchObject({ status: 'approved', edition: 2 });

    const listed = (await scribe.read(path)).body.items;
    expect(listed).toMatchObject([
      {
        id: second.id,
        status: 'approved',
        edition: 2,
        approval: { note: 'Corrects the spelling.' },
        making: null,
      },
      { id: first.id, status: 'superseded', edition: 1, approval: body, making: null },
    ]);
    const old = await scribe.read(`${path}/${first.id}?format=text`);
    expect(old.text).toBe(
      'SUPERSEDED: edition 1, approved on March 4, 2026, and corrected since.\n\nQuokka, approvd.\n',
    );
    const diff = (await scribe.read(`${path}/${second.id}/diff?from=${first.id}`)).body;
    expect(diff.segments[1]).toEqual({ kind: 'removed', text: 'approvd' });
    expect(await found('quokka')).toEqual([[second.id, 'Minutes, as approved']]);
    expect((await scribe.read(`/hearings/${hearing.id}`)).body.status).toBe('minutes_approved');
  });

  it('takes a motion of its kind that carried, in an opened session of a noticed and open hearing', async () => {
    const { hearing } = await scribe.held();
    const draft = await scribe.written(hearing.id, OPEN);
    const good = await scribe.approving();
    const refused = (body: object) => code(approve(hearing.id, draft.id, { ...good.body, ...body }));
    const main = await scribe.motion(good.hearing, {});
    expect(await refused({ motionId: main.id })).toEqual([409, 'MOTION_OF_OTHER_KIND']);
    const kind = { kind: 'approve_minutes', text: 'To approve them.' };
    const lost = await scribe.motion(good.hearing, kind, { Cho: 'no', Ben: 'abstain' });
    expect(await refused({ motionId: lost.id })).toEqual([409, 'MOTION_NOT_CARRIED']);
    const sessions = `/hearings/${good.hearing.id}/sessions`;
    const other = await scribe.make(sessions, { name: 'Afternoon' });
    expect(await refused({ sessionId: other.id })).toEqual([409, 'APPROVAL_SESSION_NOT_HELD']);
    const opened = await scribe.make(sessions, { name: 'Evening', openedAt: at('18:00') });
    expect(await refused({ sessionId: opened.id })).toEqual([409, 'MOTION_ELSEWHERE']);
    const closed = await scribe.make(sessions, {
      name: 'Behind doors',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
      openedAt: at('13:00'),
    });
    expect(await refused({ sessionId: closed.id })).toEqual([409, 'APPROVAL_NOT_OPEN']);
    const earlier = await scribe.approving({ startsAt: at('08:59') });
    expect(await refused(earlier.body)).toEqual([409, 'APPROVED_BEFORE_HELD']);
    const planned = await scribe.hearing();
    const session = await scribe.make(`/hearings/${planned.id}/sessions`, { name: 'Morning' });
    const unnoticed = await refused({ hearingId: planned.id, sessionId: session.id });
    expect(unnoticed).toEqual([422, 'UNKNOWN_REFERENCE']);
    const nothing = { hearingId: randomUUID(), sessionId: randomUUID(), motionId: randomUUID() };
    const unknown = await approve(hearing.id, draft.id, nothing);
    expect(unknown.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/hearingId',
      '/sessionId',
      '/motionId',
    ]);
    expect((await scribe.read(`/hearings/${hearing.id}/minutes`)).body.items).toEqual([]);
    expect((await approve(hearing.id, draft.id, good.body)).status).toBe(201);
  });

  it('is recorded once, by a clerk, of a version that no later one was approved before', async () => {
    const { hearing } = await scribe.held();
    const first = await scribe.written(hearing.id, OPEN);
    const second = await scribe.written(hearing.id, { ...OPEN, body: 'x', basedOn: first.id, reason: 'x' });
    const { body } = await scribe.approving();
    expect((await approve(hearing.id, second.id, body, scribe.commissioner)).status).toBe(403);
    expect(await code(approve(hearing.id, randomUUID(), body))).toEqual([404, 'MINUTES_NOT_FOUND']);
    const key = { 'Idempotency-Key': randomUUID() };
    const twice = await approve(hearing.id, second.id, body, scribe.clerk, key);
    const repeated = await approve(hearing.id, second.id, body, scribe.clerk, key);
    expect([twice.status, repeated.status]).toEqual([201, 201]);
    expect(repeated.body).toEqual(twice.body);
    expect(await code(approve(hearing.id, second.id, body))).toEqual([409, 'MINUTES_APPROVED']);
    const later = await scribe.approving({ title: 'Later' });
    expect(await code(approve(hearing.id, first.id, later.body))).toEqual([409, 'MINUTES_OUTDATED']);
  });

  it('keeps the motion it was given by, even of whoever withdraws it at the same moment', async () => {
    const { hearing } = await scribe.held();
    const draft = await scribe.written(hearing.id, OPEN);
    const { hearing: next, motion, body } = await scribe.approving();
    const path = `/hearings/${next.id}/motions/${motion.id}`;
    const withdraw = { withdrawnReason: 'Written down by mistake' };
    const tag = await scribe.tag(path);
    const lock = `select from motion where id = '${motion.id}' for update`;
    const answers = await together(scribe, lock, [
      () => approve(hearing.id, draft.id, body),
      () => scribe.as(scribe.clerk, 'patch', path, withdraw, { 'If-Match': tag }),
    ]);
    const told = answers.map(({ status, body: said }) => [status, said.code]);
    expect([
      [
        [201, undefined],
        [409, 'MOTION_USED'],
      ],
      [
        [409, 'MOTION_NOT_CARRIED'],
        [200, undefined],
      ],
    ]).toContainEqual(told);

    const again = await scribe.held();
    const version = await scribe.written(again.hearing.id, OPEN);
    const by = await scribe.approving({ title: 'The next one' });
    expect((await approve(again.hearing.id, version.id, by.body)).status).toBe(201);
    const used = await scribe.change(`/hearings/${by.hearing.id}/motions/${by.motion.id}`, withdraw);
    expect([used.status, used.body.code]).toEqual([409, 'MOTION_USED']);
  });

  it('leaves the roll and the motions as they were approved, of its book', async () => {
    const { hearing } = await scribe.held();
    const path = `/hearings/${hearing.id}`;
    const draft = await scribe.written(hearing.id, OPEN);
    const open = { text: 'To move on.', movedBy: scribe.members['Ada'], movedAt: at('11:00') };
    const pending = await scribe.make(`${path}/motions`, open);
    const { body } = await scribe.approving();
    expect((await approve(hearing.id, draft.id, body)).status).toBe(201);

    const roll = `${path}/attendance/${scribe.members['Ada']}`;
    const whole = { presences: [{ arrivedAt: at('09:30') }] };
    const motion = `${path}/motions/${pending.id}`;
    const votes = ['Ada', 'Ben', 'Cho'].map((name) => ({ personId: scribe.members[name], choice: 'aye' }));
    const of = async (at: string) => ({ 'If-Match': await scribe.tag(at) });
    const [decided] = (await scribe.read(`${path}/motions`)).body.items as { id: string }[];
    for (const answer of [
      await scribe.put(roll, whole, await of(roll)),
      await scribe.as(scribe.clerk, 'post', `${roll}/departures`, { at: at('11:55') }),
      await scribe.as(scribe.clerk, 'post', `${path}/motions`, open),
      await scribe.change(motion, { text: 'x' }),
      await scribe.change(motion, { withdrawnReason: 'x' }),
      await scribe.change(`${path}/motions/${decided!.id}`, { withdrawnReason: 'x' }),
      await scribe.put(`${motion}/roll-call`, { votedAt: at('11:00'), votes }, await of(motion)),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'RECORD_APPROVED']);
    }
    // What is there already was written down before.
    const repeated = await scribe.as(scribe.clerk, 'post', `${roll}/arrivals`, { at: at('09:30') });
    expect(repeated.status).toBe(200);
    // The closed book is another record, and is not approved yet.
    const session = await scribe.make(`${path}/sessions`, {
      name: 'Behind doors',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
      openedAt: at('11:00'),
      adjournedAt: at('11:30'),
    });
    const closed = await scribe.as(scribe.clerk, 'post', `${path}/motions`, {
      ...open,
      sessionId: session.id,
    });
    expect([closed.status, closed.body.closed]).toEqual([201, true]);
  });

  it('can be given at the end of the hearing itself', async () => {
    const { hearing, session } = await scribe.sitting();
    const motion = await scribe.motion(hearing, {
      kind: 'approve_minutes',
      text: 'To approve them as read.',
    });
    await scribe.move(hearing.id, 'adjourned');
    const draft = await scribe.written(hearing.id, OPEN);
    const answer = await approve(hearing.id, draft.id, { sessionId: session.id, motionId: motion.id });
    expect(answer.body).toMatchObject({ status: 'approved', approval: { hearingId: hearing.id } });
  });

  it('is nothing to read while the hearing is under an embargo, and nothing is made of it then', async () => {
    const { hearing } = await scribe.held();
    const draft = await scribe.written(hearing.id, { ...OPEN, body: 'An echidna.' });
    const { body } = await scribe.approving();
    expect((await approve(hearing.id, draft.id, body)).status).toBe(201);
    expect(await found('echidna')).toHaveLength(1);
    await scribe.change(`/hearings/${hearing.id}`, { embargoUntil: '2099-01-01T00:00:00Z' });
    expect((await scribe.read(`/hearings/${hearing.id}/minutes/${draft.id}`)).status).toBe(404);
    expect(await found('echidna')).toEqual([]);
    const next = { book: 'open', generate: true, basedOn: draft.id, reason: 'Anew' };
    expect(await code(scribe.write(hearing.id, next))).toEqual([409, 'HEARING_NOT_PUBLIC']);
    await scribe.change(`/hearings/${hearing.id}`, { embargoUntil: null });
    expect((await scribe.read(`/hearings/${hearing.id}/minutes/${draft.id}`)).status).toBe(200);
    expect(await code(scribe.write(hearing.id, next))).toEqual([201, undefined]);
  });
});
