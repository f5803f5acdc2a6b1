import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  outcomeOf,
  type Tally,
  tallyOf,
  type Threshold,
  THRESHOLDS,
  VOTE_BASES,
  VOTE_CHOICES,
} from './vote-policy.js';

const NINE = { quorum: 5, seats: 9 };
const tally = (aye: number, no: number, abstain = 0): Tally => ({ aye, no, abstain, recused: 0, absent: 0 });
const carries = (threshold: Threshold, of: (typeof VOTE_BASES)[number], votes: Tally, house = NINE) =>
  outcomeOf({ threshold, of }, votes, house) === 'carried';

const questions = fc.record({
  threshold: fc.constantFrom(...THRESHOLDS),
  of: fc.constantFrom(...VOTE_BASES),
});
const houses = fc
  .integer({ min: 1, max: 30 })
  .chain((seats) => fc.record({ seats: fc.constant(seats), quorum: fc.integer({ min: 1, max: seats }) }));
const rollCalls = houses.chain((house) =>
  fc.record({
    house: fc.constant(house),
    votes: fc.array(
      fc.constantFrom(...VOTE_CHOICES).map((choice) => ({ choice })),
      { maxLength: house.seats },
    ),
  }),
);

describe('a roll call', () => {
  it.each([
    ['majority', 'present', tally(5, 3, 1), true],
    ['majority', 'present', tally(4, 3, 2), false],
    ['majority', 'quorum', tally(4, 3, 2), true],
    ['majority', 'quorum', tally(3, 2), true],
    ['majority', 'quorum', tally(2, 1, 2), false],
    ['majority', 'members', tally(5, 0), true],
    ['majority', 'members', tally(4, 0, 1), false],
    ['majority', 'present', tally(4, 4), false],
    ['majority', 'present', tally(0, 0), false],
    ['two_thirds', 'members', tally(6, 3), true],
    ['two_thirds', 'members', tally(5, 0), false],
    ['two_thirds', 'present', tally(4, 2), true],
    ['two_thirds', 'present', tally(5, 2, 1), false],
    ['three_quarters', 'present', tally(6, 2), true],
    ['three_quarters', 'present', tally(6, 2, 1), false],
    ['unanimous', 'present', tally(5, 0), true],
    ['unanimous', 'present', tally(5, 0, 1), false],
    ['unanimous', 'members', tally(8, 0), false],
    ['unanimous', 'quorum', tally(6, 1), false],
  ] as const)('%s of %s, %j: carried is %p', (threshold, of, votes, expected) => {
    expect(carries(threshold, of, votes)).toBe(expected);
  });

  it('counts each choice', () => {
    const votes = (['aye', 'aye', 'no', 'recused', 'absent'] as const).map((choice) => ({ choice }));
    expect(tallyOf(votes)).toEqual({ aye: 2, no: 1, abstain: 0, recused: 1, absent: 1 });
  });

  it('is never carried by a tie or by fewer ayes than noes', () => {
    fc.assert(
      fc.property(questions, rollCalls, (question, { votes, house }) => {
        const counted = tallyOf(votes);
        if (outcomeOf(question, counted, house) === 'carried')
          expect(counted.aye).toBeGreaterThan(counted.no);
      }),
    );
  });

  it('is not lost by one who turns to aye', () => {
    fc.assert(
      fc.property(questions, rollCalls, fc.nat(), (question, { votes, house }, at) => {
        const turned = votes.map((vote, index) =>
          index === at % votes.length ? { choice: 'aye' as const } : vote,
        );
        // Who was recused or absent was not among those present: their coming raises what a share of them is.
        const was = votes[at % votes.length]?.choice;
        if (was === undefined || was === 'recused' || was === 'absent') return;
        if (outcomeOf(question, tallyOf(votes), house) === 'carried') {
          expect(outcomeOf(question, tallyOf(turned), house)).toBe('carried');
        }
      }),
    );
  });

  it('is not carried by one more who abstains, nor moved by one who is recused or absent', () => {
    fc.assert(
      fc.property(questions, rollCalls, (question, { votes, house }) => {
        const before = outcomeOf(question, tallyOf(votes), house);
        const abstained = outcomeOf(question, tallyOf([...votes, { choice: 'abstain' }]), house);
        if (before === 'lost') expect(abstained).toBe('lost');
        for (const choice of ['recused', 'absent'] as const) {
          expect(outcomeOf(question, tallyOf([...votes, { choice }]), house)).toBe(before);
        }
      }),
    );
  });

  it('asks for more, the higher the threshold: what carries under one carries under every lower', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VOTE_BASES), rollCalls, (of, { votes, house }) => {
        const carried = THRESHOLDS.map(
          (threshold) => outcomeOf({ threshold, of }, tallyOf(votes), house) === 'carried',
        );
        expect(carried).toEqual([...carried].toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('is what counting heads one by one says', () => {
    const share = { majority: 0.5, two_thirds: 2 / 3, three_quarters: 0.75, unanimous: 1 } as const;
    fc.assert(
      fc.property(questions, rollCalls, (question, { votes, house }) => {
        const of = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
        const there = votes.length - of('recused') - of('absent');
        const heads =
          question.of === 'present' ? there : question.of === 'quorum' ? house.quorum : house.seats;
        let needed = question.threshold === 'majority' ? Math.floor(heads / 2) + 1 : 0;
        if (question.threshold !== 'majority') {
          while (needed / heads < share[question.threshold] - 1e-9) needed += 1;
        }
        const dissent = of('no') + of('abstain') > 0 && question.threshold === 'unanimous';
        const carried = of('aye') >= needed && of('aye') > of('no') && !dissent;
        expect(outcomeOf(question, tallyOf(votes), house)).toBe(carried ? 'carried' : 'lost');
      }),
      { numRuns: 1_000 },
    );
  });
});
