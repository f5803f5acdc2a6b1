import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { together } from '../commission/barrier.js';
import { type Body, refusal } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

const NINE = ['Ada', 'Ben', 'Cho', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida'] as const;
const CHOICES = { a: 'aye', n: 'no', '-': 'abstain', r: 'recused', x: 'absent' } as const;

describe('motions and roll calls', () => {
  let chamber: Chamber;
  beforeAll(async () => {
    chamber = await openChamber(NINE);
  });
  afterAll(() => chamber.close());

  const id = (name: string): string => chamber.members[name] ?? '';
  /** Who is called in the order of the bench: `aaannn-rx`. */
  const called = (calls: string) =>
    NINE.map((name, index) => ({
      personId: id(name),
      choice: CHOICES[calls[index] as keyof typeof CHOICES],
    }));
  const present = async (hearing: Body, names: readonly string[], time = '09:00') => {
    for (const name of names) await chamber.arrive(hearing, name, time);
  };
  const move = (hearing: Body, change: object = {}, headers: Record<string, string> = {}) =>
    chamber.as(
      chamber.clerk,
      'post',
      `/hearings/${hearing.id}/motions`,
      {
        text: 'That every county be asked.',
        movedBy: id('Ada'),
        secondedBy: id('Ben'),
        movedAt: at('10:00'),
        ...change,
      },
      headers,
    );
  const path = (hearing: Body, motion: Body) => `/hearings/${hearing.id}/motions/${motion.id}`;
  const vote = async (hearing: Body, motion: Body, calls: string, votedAt = at('10:30'), tag?: string) => {
    const url = path(hearing, motion);
    const headers = { 'If-Match': tag ?? (await chamber.tag(url)) };
    return chamber.put(`${url}/roll-call`, { votedAt, votes: called(calls) }, headers);
  };
  const session = async (names: readonly string[] = NINE, items?: object[]) => {
    const made = await chamber.sitting({}, items);
    await present(made.hearing, names);
    return made;
  };

  it.each([
    [{}, 'aaaaannn-', 'carried'],
    [{}, 'aaaannn--', 'lost'],
    [{ of: 'quorum' }, 'aaaannn--', 'carried'],
    [{}, 'aaaannnn-', 'lost'],
    [{ threshold: 'two_thirds' }, 'aaaaaannn', 'carried'],
    [{ threshold: 'two_thirds', of: 'members' }, 'aaaaannnn', 'lost'],
    [{ threshold: 'unanimous' }, 'aaaaaaaa-', 'lost'],
    [{ threshold: 'unanimous' }, 'aaaaaaaar', 'carried'],
  ])('%j with %s is %s', async (change, calls, outcome) => {
    const { hearing, session: morning } = await session();
    const moved = await move(hearing, change);
    expect(moved.status).toBe(201);
    const answer = await vote(hearing, moved.body, calls);
    expect(answer.status).toBe(200);
    const count = (letter: string) => calls.split(letter).length - 1;
    expect(answer.body).toMatchObject({
      outcome,
      votedAt: at('10:30'),
      sessionId: morning.id,
      closed: false,
      tally: {
        aye: count('a'),
        no: count('n'),
        abstain: count('-'),
        recused: count('r'),
        absent: count('x'),
      },
    });
    const read = await chamber.read(path(hearing, moved.body));
    expect(read.body).toEqual(answer.body);
    expect(read.body.votes.map(({ name }: Body) => name)).toEqual([...NINE]);
    expect((await chamber.read(`/hearings/${hearing.id}/motions`)).body.items).toEqual([read.body]);
  });

  it('are moved and seconded by two who sit there, are there and do not step back', async () => {
    const matter = await chamber.make('/matters', { title: 'A contract' });
    const { hearing, items } = await session(
      ['Ada', 'Ben', 'Cho', 'Dee', 'Eve'],
      [{ title: 'The contract', matterId: matter.id }],
    );
    const guest = await chamber.guest('Guest');
    await chamber.make(`/commissioners/${id('Cho')}/recusals`, {
      matterId: matter.id,
      reason: 'Worked there.',
      startsAt: at('00:00'),
    });
    const refused = async (change: object) => {
      const { status, body } = await move(hearing, change);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await refused({ movedBy: guest })).toEqual([422, 'NOT_A_MEMBER', '/movedBy']);
    expect(await refused({ secondedBy: id('Fay') })).toEqual([422, 'NOT_PRESENT', '/secondedBy']);
    expect(await refused({ movedAt: at('08:59') })).toEqual([422, 'NOT_PRESENT', '/movedBy']);
    expect(await refused({ secondedBy: id('Ada') })).toEqual([422, 'SAME_PERSON', '/secondedBy']);
    expect(await refused({ movedBy: id('Cho'), agendaItemId: items[0]?.id })).toEqual([
      422,
      'RECUSED',
      '/movedBy',
    ]);
    expect(await refused({ agendaItemId: guest })).toEqual([422, 'UNKNOWN_REFERENCE', '/agendaItemId']);
    expect(await refused({ sessionId: guest })).toEqual([422, 'UNKNOWN_REFERENCE', '/sessionId']);
    expect(await refused({ text: '' })).toEqual([400, 'VALIDATION', '/text']);
    expect(await refused({ movedBy: id('Cho'), secondedBy: null })).toEqual([201, undefined, undefined]);
  });

  it('need an open session, and a hearing that has begun', async () => {
    const { hearing, session: morning } = await session();
    const url = `/hearings/${hearing.id}/sessions`;
    const planned = await chamber.make(url, { name: 'Afternoon' });
    expect((await move(hearing, { sessionId: planned.id })).body).toMatchObject({
      status: 409,
      code: 'SESSION_NOT_OPEN',
    });
    await chamber.change(`${url}/${morning.id}`, { adjournedAt: at('12:00') });
    expect((await move(hearing, { movedAt: at('12:30') })).body.code).toBe('SESSION_NOT_OPEN');
    const late = (await move(hearing, { kind: 'adjourn', movedAt: at('11:59') })).body as Body;
    expect((await vote(hearing, late, 'aaaaaaaaa', at('12:01'))).body.code).toBe('SESSION_NOT_OPEN');
    // The vote that ends the session bears its last minute.
    expect((await vote(hearing, late, 'aaaaaaaaa', at('12:00'))).body.outcome).toBe('carried');

    const before = await chamber.noticed({ startsAt: at('09:00') });
    await present(before, ['Ada', 'Ben']);
    expect((await move(before)).body).toMatchObject({ status: 409, code: 'HEARING_NOT_IN_SESSION' });
  });

  it('are voted on with a quorum, or not at all but to part', async () => {
    const { hearing } = await session(['Ada', 'Ben', 'Cho', 'Dee', 'Eve']);
    const main = (await move(hearing)).body as Body;
    const recess = (await move(hearing, { kind: 'recess', text: 'To recess.' })).body as Body;
    await chamber.leave(hearing, 'Eve', '10:20');
    const lost = await vote(hearing, main, 'aaaaxxxxx');
    expect(lost.body).toMatchObject({ status: 409, code: 'QUORUM_LOST' });
    expect((await vote(hearing, recess, 'aaaaxxxxx')).body.outcome).toBe('carried');
    await chamber.arrive(hearing, 'Gus', '10:40');
    expect((await vote(hearing, main, 'aaaaxxaxx', at('10:45'))).body.outcome).toBe('carried');
  });

  it('do not count who steps back towards the quorum of that vote', async () => {
    const matter = await chamber.make('/matters', { title: 'Another contract' });
    const { hearing, items } = await session(
      ['Ada', 'Ben', 'Cho', 'Dee', 'Eve'],
      [{ title: 'The contract', matterId: matter.id }, { title: 'Anything else' }],
    );
    await chamber.make(`/commissioners/${id('Eve')}/recusals`, {
      matterId: matter.id,
      reason: 'Worked there.',
      startsAt: at('00:00'),
    });
    const about = (await move(hearing, { agendaItemId: items[0]?.id })).body as Body;
    const wrong = await vote(hearing, about, 'aaaaaxxxx');
    expect([wrong.status, wrong.body.code, wrong.body.errors]).toEqual([
      422,
      'RECUSED',
      [{ pointer: '/votes/4/choice', code: 'RECUSED', detail: expect.any(String) }],
    ]);
    expect((await vote(hearing, about, 'aaaarxxxx')).body).toMatchObject({
      status: 409,
      code: 'QUORUM_LOST',
    });
    await chamber.arrive(hearing, 'Fay', '10:10');
    const carried = await vote(hearing, about, 'aaanraxxx');
    expect(carried.body).toMatchObject({
      outcome: 'carried',
      tally: { aye: 4, no: 1, abstain: 0, recused: 1, absent: 3 },
    });
    // Of another item they are a member like the others; and they may step back at the table.
    const other = (await move(hearing, { agendaItemId: items[1]?.id })).body as Body;
    expect((await vote(hearing, other, 'aaaaaaxxx')).body.outcome).toBe('carried');
    const table = (await move(hearing)).body as Body;
    expect((await vote(hearing, table, 'aaaarrxxx')).body.code).toBe('QUORUM_LOST');
  });

  it('call everybody on the bench once, and say of nobody what cannot be', async () => {
    const { hearing } = await session(['Ada', 'Ben', 'Cho', 'Dee', 'Eve']);
    const motion = (await move(hearing)).body as Body;
    const url = `${path(hearing, motion)}/roll-call`;
    const guest = await chamber.guest('Another guest');
    const votes = called('aaxaaaxxx');
    const tag = { 'If-Match': await chamber.tag(path(hearing, motion)) };
    const answer = await chamber.put(
      url,
      {
        votedAt: at('10:30'),
        votes: [...votes.slice(0, 8), votes[0], { personId: guest, choice: 'aye' }],
      },
      tag,
    );
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    ).toEqual([
      ['/votes/2/choice', 'IS_PRESENT'],
      ['/votes/5/choice', 'NOT_PRESENT'],
      ['/votes/8/personId', 'DUPLICATE'],
      ['/votes/9/personId', 'NOT_A_MEMBER'],
      ['/votes', 'VOTE_MISSING'],
    ]);
    expect((await chamber.put(url, { votes: [] }, tag)).status).toBe(400);
    expect((await chamber.put(url, { votes })).status).toBe(428);
    const early = await chamber.put(url, { votes: called('aaaaaxxxx'), votedAt: at('09:59') }, tag);
    expect(early.body.code).toBe('VOTED_BEFORE_MOVED');
    expect((await chamber.read(path(hearing, motion))).body).toMatchObject({
      outcome: 'pending',
      tally: null,
      votes: [],
    });
  });

  it('are decided once; what was wrong is withdrawn with a reason, and its votes stay', async () => {
    const { hearing } = await session();
    const motion = (await move(hearing)).body as Body;
    const url = path(hearing, motion);
    expect(
      (await chamber.change(url, { text: 'That some counties be asked.', of: 'members' })).body,
    ).toMatchObject({
      text: 'That some counties be asked.',
      of: 'members',
    });
    await vote(hearing, motion, 'aaaaannn-');
    expect((await vote(hearing, motion, 'nnnnnnnnn')).body).toMatchObject({
      status: 409,
      code: 'MOTION_DECIDED',
    });
    expect((await chamber.change(url, { text: 'Other words' })).body.code).toBe('MOTION_DECIDED');
    expect((await chamber.change(url, { withdrawnReason: 'x', text: 'y' })).body.code).toBe(
      'WITHDRAWAL_ALONE',
    );
    const withdrawn = await chamber.change(url, { withdrawnReason: 'Written down for the wrong motion.' });
    expect(withdrawn.body).toMatchObject({
      outcome: 'withdrawn',
      withdrawnReason: 'Written down for the wrong motion.',
      tally: { aye: 5, no: 3 },
    });
    expect((await chamber.change(url, { withdrawnReason: 'Again' })).body.code).toBe('MOTION_DECIDED');
  });

  it('are written by one of two clerks at once, and by a repeated request once', async () => {
    const { hearing } = await session();
    const motion = (await move(hearing, {}, { 'Idempotency-Key': 'one-motion' })).body as Body;
    expect((await move(hearing, {}, { 'Idempotency-Key': 'one-motion' })).body.id).toBe(motion.id);
    const tag = await chamber.tag(path(hearing, motion));
    const answers = await together(chamber, `select from hearing where id = '${hearing.id}' for update`, [
      () => vote(hearing, motion, 'aaaaannnn', at('10:30'), tag),
      () => vote(hearing, motion, 'nnnnnaaaa', at('10:31'), tag),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/votedAt',
      '/votes',
    ]);
    const won = answers.find(({ status }) => status === 200);
    expect((await chamber.read(path(hearing, motion))).body).toEqual(won?.body);
    expect((await chamber.read(`/hearings/${hearing.id}/motions`)).body.items).toHaveLength(1);
  });

  it('behind closed doors are the commission’s, without whom they concern', async () => {
    const matter = await chamber.make('/matters', { title: 'A lawsuit', closed: true });
    const { hearing, items } = await session(NINE, [
      { title: 'Opening' },
      { title: 'Litigation', closed: true, authority: 'Gov. Code 11126(e)(1)', matterId: matter.id },
    ]);
    await chamber.make(`/commissioners/${id('Ida')}/recusals`, {
      matterId: matter.id,
      reason: 'Counsel to a party.',
      startsAt: at('00:00'),
    });
    const [ida, hal] = [await chamber.keyOf('Ida'), await chamber.keyOf('Hal')];
    const closed = (await move(hearing, { agendaItemId: items[1]?.id, text: 'To settle for zwieback.' }))
      .body as Body;
    expect((await vote(hearing, closed, 'aaaaannnr')).body).toMatchObject({
      closed: true,
      outcome: 'carried',
    });
    const open = (await move(hearing)).body as Body;

    const sees = async (key: string | null) => {
      const { items: found } = (await chamber.read(`/hearings/${hearing.id}/motions`, key)).body;
      return found.map(({ id: motion }: Body) => motion);
    };
    expect(await sees(null)).toEqual([open.id]);
    expect(await sees(ida)).toEqual([open.id]);
    expect(await sees(hal)).toEqual([closed.id, open.id]);
    expect(await sees(chamber.clerk)).toEqual([closed.id, open.id]);
    for (const key of [null, ida]) {
      const hidden = refusal(await chamber.read(path(hearing, closed), key));
      expect(hidden).toEqual(refusal(await chamber.read(path(hearing, { id: hearing.id }), key)));
    }
    expect((await chamber.read(path(hearing, closed), hal)).body.votes).toHaveLength(9);
    const finds = async (key: string | null) =>
      (await chamber.read('/search?q=zwieback', key)).body.items.map(({ id: found }: Body) => found);
    expect(await finds(hal)).toEqual([closed.id]);
    expect(await finds(ida)).toEqual([]);
    expect(await finds(null)).toEqual([]);
  });

  it('follow their item and session behind closed doors, and the matter that it turns out to be about', async () => {
    const matter = await chamber.make('/matters', { title: 'What it was about', closed: true });
    const { hearing, session: morning, items } = await session(NINE, [{ title: 'A question' }]);
    const motion = (await move(hearing, { agendaItemId: items[0]?.id, text: 'To ask.' })).body as Body;
    const isRead = async (key: string | null) =>
      (await chamber.read(path(hearing, motion), key)).status === 200;
    expect(await isRead(null)).toBe(true);
    const url = `/hearings/${hearing.id}/sessions/${morning.id}`;
    expect((await chamber.change(url, { closed: true, authority: 'Gov. Code 11126(e)(1)' })).status).toBe(
      200,
    );
    expect(await isRead(null)).toBe(false);
    const key = await chamber.keyOf('Gus');
    expect(await isRead(key)).toBe(true);
    await chamber.make(`/commissioners/${id('Gus')}/recusals`, {
      matterId: matter.id,
      reason: 'Worked there.',
    });
    expect(await isRead(key)).toBe(true);
    const item = `/hearings/${hearing.id}/agenda-items/${items[0]?.id}`;
    expect((await chamber.change(item, { matterId: matter.id })).status).toBe(200);
    expect(await isRead(key)).toBe(false);
    expect((await chamber.change(url, { closed: false, authority: null })).status).toBe(200);
    // In the open again: what anybody reads, a recusal takes from nobody.
    expect(await isRead(key)).toBe(true);
  });

  it('are found by anybody, and written by clerks alone', async () => {
    const { hearing } = await session();
    const motion = (await move(hearing, { text: 'That quinces be planted.' })).body as Body;
    const hit = (await chamber.read('/search?q=quinces')).body.items[0];
    expect(hit).toMatchObject({
      kind: 'motion',
      id: motion.id,
      links: { self: `/api/v1${path(hearing, motion)}` },
    });
    await chamber.change(path(hearing, motion), { text: 'That medlars be planted.' });
    expect((await chamber.read('/search?q=quinces')).body.items).toEqual([]);
    expect((await chamber.read('/search?q=medlars')).body.items).toHaveLength(1);

    const url = `/hearings/${hearing.id}/motions`;
    const roll = `/api/v1${path(hearing, motion)}/roll-call`;
    expect((await chamber.as(null, 'post', url, {})).status).toBe(401);
    expect((await chamber.as(chamber.commissioner, 'post', url, {})).status).toBe(403);
    expect((await chamber.as(await chamber.bearer('clerk', ['hearings:read']), 'post', url, {})).status).toBe(
      403,
    );
    expect((await chamber.anybody.put(roll).set('Authorization', chamber.commissioner).send({})).status).toBe(
      403,
    );
    const hidden = await chamber.hearing();
    expect((await chamber.read(`/hearings/${hidden.id}/motions`)).body.code).toBe('HEARING_NOT_FOUND');
  });
});
