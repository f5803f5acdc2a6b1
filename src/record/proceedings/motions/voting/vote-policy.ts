export const VOTE_CHOICES = ['aye', 'no', 'abstain', 'recused', 'absent'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

export const THRESHOLDS = ['majority', 'two_thirds', 'three_quarters', 'unanimous'] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** Of whom: those present who are not recused, the number that makes a quorum, or all seats, filled or not. */
export const VOTE_BASES = ['present', 'quorum', 'members'] as const;
export type VoteBase = (typeof VOTE_BASES)[number];

export type Tally = Readonly<Record<VoteChoice, number>>;

export interface Question {
  readonly threshold: Threshold;
  readonly of: VoteBase;
}

export interface House {
  readonly quorum: number;
  readonly seats: number;
}

export function tallyOf(votes: readonly { readonly choice: VoteChoice }[]): Tally {
  const tally: Record<VoteChoice, number> = { aye: 0, no: 0, abstain: 0, recused: 0, absent: 0 };
  for (const { choice } of votes) tally[choice] += 1;
  return tally;
}

/**
 * Whether a motion carried. A tie never does, whatever is asked for. Who abstains is present: among those present they
 * weigh as a no. Fractions are compared as whole numbers, so that two thirds of nine is six and never seven.
 */
export function outcomeOf({ threshold, of }: Question, tally: Tally, house: House): 'carried' | 'lost' {
  const base = { present: tally.aye + tally.no + tally.abstain, quorum: house.quorum, members: house.seats }[
    of
  ];
  const enough = {
    majority: tally.aye * 2 > base,
    two_thirds: tally.aye * 3 >= base * 2,
    three_quarters: tally.aye * 4 >= base * 3,
    // A unanimous vote "of a quorum" has nobody against it or abstaining either.
    unanimous: tally.aye >= base && tally.no === 0 && tally.abstain === 0,
  }[threshold];
  return tally.aye > tally.no && enough ? 'carried' : 'lost';
}
