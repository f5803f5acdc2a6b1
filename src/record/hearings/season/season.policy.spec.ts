import { describe, expect, it } from '@jest/globals';
import { kindsOf, planOf } from './season.policy.js';

const item = {
  id: 'a',
  label: 'Summits',
  kind: 'regional_summit',
  promised: 6,
  held: null,
  dueOn: null,
} as const;
const counts = [
  { kind: 'regional_summit', state: 'held', hearings: 4 },
  { kind: 'regional_summit', state: 'noticed', hearings: 1 },
  { kind: 'regional_summit', state: 'postponed', hearings: 1 },
  { kind: 'public_hearing', state: 'held', hearings: 7 },
] as const;

describe('a plan', () => {
  it('is told against the hearings of each kind', () => {
    expect(planOf({ plan: [item], counts })).toEqual([
      {
        id: 'a',
        label: 'Summits',
        kind: 'regional_summit',
        promised: 6,
        outstanding: 2,
        dueOn: null,
        planned: 0,
        noticed: 1,
        inSession: 0,
        held: 4,
        postponed: 1,
        cancelled: 0,
      },
    ]);
  });

  it('is told against what was counted by hand where no kind counts, and never owes less than nothing', () => {
    const interviews = { ...item, kind: null, promised: 10 };
    const [none, some, more] = planOf({
      plan: [interviews, { ...interviews, held: 4 }, { ...interviews, held: 12 }],
      counts,
    });
    expect([none?.held, none?.outstanding]).toEqual([0, 10]);
    expect([some?.held, some?.outstanding]).toEqual([4, 6]);
    expect([more?.held, more?.outstanding, more?.noticed]).toEqual([12, 0, 0]);
  });

  it('adds up promises of one kind, and shows kinds of which nothing was promised', () => {
    const kinds = kindsOf({ plan: [item, { ...item, promised: 3 }], counts });
    const promised = Object.fromEntries(
      kinds.map(({ kind, promised: given, held }) => [kind, [given, held]]),
    );
    expect(promised).toEqual({
      public_hearing: [null, 7],
      regional_summit: [9, 4],
      closed_session: [null, 0],
      stakeholder_interview: [null, 0],
    });
  });
});
