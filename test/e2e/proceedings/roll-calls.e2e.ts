import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { together } from '../commission/barrier.js';
import type { Body } from '../hearings/hearings.support.js';
import { type Floor, NINE, openFloor } from './motions.support.js';
import { at } from './proceedings.support.js';

describe('roll calls', () => {
  let floor: Floor;
  beforeAll(async () => {
    floor = await openFloor();
  });
  afterAll(() => floor.close());

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
    const { hearing, session: morning } = await floor.session();
    const moved = await floor.propose(hearing, change);
    expect(moved.status).toBe(201);
    const answer = await floor.vote(hearing, moved.body, calls);
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
    const read = await floor.read(floor.path(hearing, moved.body));
    expect(read.body).toEqual(answer.body);
    expect(read.body.votes.map(({ name }: Body) => name)).toEqual([...NINE]);
    expect((await floor.read(`/hearings/${hearing.id}/motions`)).body.items).toEqual([read.body]);
  });

  it('are voted on with a quorum, or not at all but to part', async () => {
    const { hearing } = await floor.session(['Ada', 'Ben', 'Cho', 'Dee', 'Eve']);
    const main = (await floor.propose(hearing)).body as Body;
    const recess = (await floor.propose(hearing, { kind: 'recess', text: 'To recess.' })).body as Body;
    await floor.leave(hearing, 'Eve', '10:20');
    const lost = await floor.vote(hearing, main, 'aaaaxxxxx');
    expect(lost.body).toMatchObject({ status: 409, code: 'QUORUM_LOST' });
    expect((await floor.vote(hearing, recess, 'aaaaxxxxx')).body.outcome).toBe('carried');
    await floor.arrive(hearing, 'Gus', '10:40');
    expect((await floor.vote(hearing, main, 'aaaaxxaxx', at('10:45'))).body.outcome).toBe('carried');
  });

  it('do not count who steps back towards the quorum of that vote', async () => {
    const matter = await floor.make('/matters', { title: 'Another contract' });
    const { hearing, items } = await floor.session(
      ['Ada', 'Ben', 'Cho', 'Dee', 'Eve'],
      [{ title: 'The contract', matterId: matter.id }, { title: 'Anything else' }],
    );
    await floor.recuse('Eve', matter);
    const about = (await floor.propose(hearing, { agendaItemId: items[0]?.id })).body as Body;
    const wrong = await floor.vote(hearing, about, 'aaaaaxxxx');
    expect([wrong.status, wrong.body.code, wrong.body.errors]).toEqual([
      422,
      'RECUSED',
      [{ pointer: '/votes/4/choice', code: 'RECUSED', detail: expect.any(String) }],
    ]);
    expect((await floor.vote(hearing, about, 'aaaarxxxx')).body).toMatchObject({
      status: 409,
      code: 'QUORUM_LOST',
    });
    await floor.arrive(hearing, 'Fay', '10:10');
    const carried = await floor.vote(hearing, about, 'aaanraxxx');
    expect(carried.body).toMatchObject({
      outcome: 'carried',
      tally: { aye: 4, no: 1, abstain: 0, recused: 1, absent: 3 },
    });
    // Of another item they are a member like the others; and they may step back at the table.
    const other = (await floor.propose(hearing, { agendaItemId: items[1]?.id })).body as Body;
    expect((await floor.vote(hearing, other, 'aaaaaaxxx')).body.outcome).toBe('carried');
    const table = (await floor.propose(hearing)).body as Body;
    expect((await floor.vote(hearing, table, 'aaaarrxxx')).body.code).toBe('QUORUM_LOST');
  });

  it('call everybody on the bench once, and say of nobody what cannot be', async () => {
    const { hearing } = await floor.session(['Ada', 'Ben', 'Cho', 'Dee', 'Eve']);
    const motion = (await floor.propose(hearing)).body as Body;
    const url = `${floor.path(hearing, motion)}/roll-call`;
    const guest = await floor.guest('Another guest');
    const votes = floor.called('aaxaaaxxx');
    const tag = { 'If-Match': await floor.tag(floor.path(hearing, motion)) };
    const answer = await floor.put(
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
    expect((await floor.put(url, { votes: [] }, tag)).status).toBe(400);
    expect((await floor.put(url, { votes })).status).toBe(428);
    const early = await floor.put(url, { votes: floor.called('aaaaaxxxx'), votedAt: at('09:59') }, tag);
    expect(early.body.code).toBe('VOTED_BEFORE_MOVED');
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    const late = await floor.put(url, { votes: floor.called('aaaaaxxxx'), votedAt: ahead }, tag);
    expect([late.status, late.body.errors[0].code]).toEqual([422, 'IN_THE_FUTURE']);
    expect((await floor.read(floor.path(hearing, motion))).body).toMatchObject({
      outcome: 'pending',
      tally: null,
      votes: [],
    });
  });

  it('are written by one of two clerks at once, and by a repeated request once', async () => {
    const { hearing } = await floor.session();
    const motion = (await floor.propose(hearing, {}, { 'Idempotency-Key': 'one-motion' })).body as Body;
    expect((await floor.propose(hearing, {}, { 'Idempotency-Key': 'one-motion' })).body.id).toBe(motion.id);
    const tag = await floor.tag(floor.path(hearing, motion));
    const answers = await together(floor, `select from hearing where id = '${hearing.id}' for update`, [
      () => floor.vote(hearing, motion, 'aaaaannnn', at('10:30'), tag),
      () => floor.vote(hearing, motion, 'nnnnnaaaa', at('10:31'), tag),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412);
    expect(late?.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/votedAt',
      '/votes',
    ]);
    const won = answers.find(({ status }) => status === 200);
    expect((await floor.read(floor.path(hearing, motion))).body).toEqual(won?.body);
    expect((await floor.read(`/hearings/${hearing.id}/motions`)).body.items).toHaveLength(1);
  });
});
