import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RoomThen } from '../room-then.js';
import { assertRollCall, type NamedVote, recusedIn } from './roll-call.policy.js';
import { outcomeOf, tallyOf, VOTE_CHOICES } from './vote-policy.js';
import { type TakenVote, warningsOfVote } from './vote-warnings.js';

interface Facts {
  readonly bench?: readonly string[];
  readonly there?: readonly string[];
  readonly recused?: readonly string[];
  readonly quorum?: number;
  readonly sessions?: 'none' | 'open' | 'closed';
}

function roomWith({
  bench = ['a', 'b', 'c'],
  there = bench,
  recused = [],
  quorum = 2,
  sessions = 'none',
}: Facts): RoomThen {
  const counted = there.filter((id) => bench.includes(id));
  const isEnough = (without: ReadonlySet<string>) =>
    counted.filter((id) => !without.has(id)).length >= quorum;
  return {
    bench: new Set(bench),
    recused: new Set(recused),
    standing: { present: there, counted, needed: quorum, quorum: isEnough(new Set()), inSession: true },
    house: { quorum, seats: bench.length },
    hasSessions: sessions !== 'none',
    session:
      sessions === 'open' ? { id: 's', closed: false, openedAt: new Date(0), adjournedAt: null } : null,
    hasQuorum: isEnough,
  };
}

const vote = (choices: string, more: Partial<TakenVote> = {}): TakenVote => ({
  kind: 'main',
  outcome: 'carried',
  threshold: 'majority',
  of: 'present',
  votes: choices.split(' ').map((word): NamedVote => {
    const [personId = '', choice] = word.split(':');
    return { personId, choice: VOTE_CHOICES.find((known) => known === choice) ?? 'aye' };
  }),
  ...more,
});

const told = (taken: TakenVote, facts: Facts) =>
  warningsOfVote(taken, roomWith(facts)).map(({ code, pointer }) => `${code} ${pointer}`);

describe('a recorded vote', () => {
  it.each<[string, TakenVote, Facts, string[]]>([
    ['as it was taken', vote('a b c:no'), {}, []],
    ['without one who voted', vote('a b c:no'), { there: ['a', 'b'] }, ['VOTER_ABSENT /votes/2']],
    ['with one who was called as absent', vote('a b c:absent'), {}, ['VOTER_PRESENT /votes/2']],
    [
      'without a quorum',
      vote('a b c:absent'),
      { there: ['a'] },
      ['VOTE_WITHOUT_QUORUM /votedAt', 'VOTER_ABSENT /votes/1'],
    ],
    ['of who stepped back', vote('a b:no c'), { recused: ['b'] }, ['VOTER_RECUSED /votes/1']],
    [
      'of who stepped back, without whom there is no quorum',
      vote('a b c:absent'),
      { there: ['a', 'b'], recused: ['b'] },
      ['VOTE_WITHOUT_QUORUM /votedAt', 'VOTER_RECUSED /votes/1'],
    ],
    ['of who stepped back and said so', vote('a b c:recused'), { recused: ['c'] }, []],
    [
      'of who has no seat',
      vote('a b c:no'),
      { bench: ['a', 'b'], there: ['a', 'b', 'c'] },
      ['VOTER_NOT_A_MEMBER /votes/2'],
    ],
    ['without one who has a seat', vote('a b'), {}, ['VOTE_MISSING /votes']],
    ['outside its session', vote('a b c'), { sessions: 'closed' }, ['VOTE_OUTSIDE_SESSION /sessionId']],
    ['in its session', vote('a b c'), { sessions: 'open' }, []],
    [
      'that more seats would have lost',
      vote('a b c:no', { of: 'members', threshold: 'two_thirds' }),
      { bench: ['a', 'b', 'c', 'd'], there: ['a', 'b', 'c'] },
      ['OUTCOME_DIFFERS /outcome', 'VOTE_MISSING /votes'],
    ],
    ['on a recess, without a quorum', vote('a b:absent c:absent', { kind: 'recess' }), { there: ['a'] }, []],
  ])('is warned of %s', (_, taken, facts, warnings) => {
    expect(told(taken, facts)).toEqual(warnings);
  });

  it('is warned of nothing while all that it stood on stands', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    const facts = fc.record({
      bench: fc.subarray(people, { minLength: 1 }),
      there: fc.subarray(people),
      recused: fc.subarray(people),
      quorum: fc.integer({ min: 1, max: 3 }),
    });
    const choices = fc.array(fc.constantFrom(...VOTE_CHOICES), { minLength: 5, maxLength: 5 });
    let taken = 0;
    fc.assert(
      fc.property(facts, choices, ({ bench, there, recused, quorum }, wanted) => {
        const room = roomWith({ bench, there, recused, quorum });
        const votes = bench.map((personId, index): NamedVote => {
          if (recused.includes(personId)) return { personId, choice: 'recused' };
          if (!there.includes(personId)) return { personId, choice: 'absent' };
          const choice = wanted[index] ?? 'aye';
          return { personId, choice: choice === 'absent' ? 'abstain' : choice };
        });
        assertRollCall(votes, room);
        if (!room.hasQuorum(recusedIn(votes, room))) return;
        taken += 1;
        const question = { threshold: 'majority', of: 'present' } as const;
        const outcome = outcomeOf(question, tallyOf(votes), room.house);
        expect(warningsOfVote({ ...question, kind: 'main', outcome, votes }, room)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(10);
  });
});
