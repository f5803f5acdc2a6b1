import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#src/foundation/common/index.js';
import { LEGAL_PROFILES } from '#src/record/commission/index.js';
import { HEARING_STATUSES } from '../status/hearing-status.js';
import { MEETING_CALLS } from './clock/notice-profile.js';
import { type Exception, NOTICE_KINDS, type Vote } from './notice-kind.js';
import { isAwaited, judged, kindOfStep, type Occasion } from './notice.policy.js';

const NOW = new Date('2030-03-01T12:00:00Z');
const LATE: Exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'fire' };
const HOUR = 3_600_000;
/** Of a commission that has entered no seats. */
const NOBODY = { seats: 0, quorum: 1 };

const occasion = (change: Partial<Occasion> & { inHours?: number } = {}): Occasion => ({
  kind: 'regular',
  call: 'regular',
  profile: 'bagley_keene',
  hearing: {
    startsAt: new Date(NOW.getTime() + (change.inHours ?? 20 * 24) * HOUR),
    timeZone: 'America/Los_Angeles',
  },
  now: NOW,
  finding: null,
  vote: null,
  bench: NOBODY,
  exception: null,
  ground: null,
  ...change,
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'no refusal';
  } catch (error) {
    return error instanceof DomainError ? `${error.status} ${error.code}` : String(error);
  }
};

describe('a notice is judged', () => {
  const anything = fc
    .record({
      kind: fc.constantFrom(...NOTICE_KINDS),
      call: fc.constantFrom(...MEETING_CALLS),
      profile: fc.constantFrom(...LEGAL_PROFILES),
      inHours: fc.integer({ min: -50, max: 400 }),
      exception: fc.constantFrom(null, LATE),
      finding: fc.constantFrom(null, 'because'),
      ground: fc.constantFrom(null, 'a flood'),
    })
    .map((change) =>
      occasion({
        ...change,
        ...(MEETING_CALLS.includes(change.kind as never) && { call: change.kind as never }),
      }),
    );

  it('late only under an exception, and never after a deadline without being late', () => {
    fc.assert(
      fc.property(anything, (one) => {
        let judgement;
        try {
          judgement = judged(one);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        const { dueAt, late, citation } = judgement;
        expect(late).toBe(dueAt !== null && NOW > dueAt);
        expect(citation === null).toBe(dueAt === null);
        if (late || one.kind === 'change')
          expect(one.exception === null && one.ground === null && one.hearing.startsAt > NOW).toBe(false);
        if (late && one.kind !== 'change') expect(one.exception).not.toBeNull();
        if (one.profile === 'none' || one.hearing.startsAt <= NOW) expect(dueAt).toBeNull();
        if (one.exception && one.kind !== 'change') expect(late).toBe(true);
        if (dueAt) expect(dueAt < one.hearing.startsAt).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('by what its law asks of a finding', () => {
    const special = (vote: Vote | null, profile: Occasion['profile'] = 'bagley_keene') =>
      codeOf(() => judged(occasion({ kind: 'special', call: 'special', finding: 'x', vote, profile })));
    expect(special({ ayes: 2, noes: 1 })).toBe('no refusal');
    expect(special({ ayes: 199, noes: 100 })).toBe('422 VOTE_SHORT');
    expect(special({ ayes: 0, noes: 0 })).toBe('422 VOTE_SHORT');
    expect(special({ ayes: 0, noes: 9 }, 'none')).toBe('no refusal');
    const bare = (call: 'special' | 'emergency', profile: Occasion['profile']) =>
      codeOf(() => judged(occasion({ kind: call, call, profile })));
    expect(bare('special', 'bagley_keene')).toBe('422 FINDING_REQUIRED');
    expect(bare('special', 'brown')).toBe('no refusal');
    expect(bare('emergency', 'brown')).toBe('422 FINDING_REQUIRED');
    expect(bare('emergency', 'none')).toBe('no refusal');
    const vote = { ayes: 3, noes: 0 };
    expect(codeOf(() => judged(occasion({ vote })))).toBe('422 FINDING_NOT_TAKEN');
    expect(codeOf(() => judged(occasion({ kind: 'special', call: 'special', profile: 'none', vote })))).toBe(
      '422 FINDING_REQUIRED',
    );
  });
});

describe('a finding', () => {
  const voted = (call: 'special' | 'emergency', vote: Vote, bench = { seats: 8, quorum: 5 }): string => {
    try {
      judged(occasion({ kind: call, call, finding: 'x', vote, bench }));
      return 'adopted';
    } catch (error) {
      return String(error instanceof DomainError ? error.message : error);
    }
  };

  it('of a special meeting is adopted by two thirds of the members of the body, not of those who voted', () => {
    expect(voted('special', { ayes: 2, noes: 1 })).toBe(
      'VOTE_SHORT: The finding is adopted by two thirds of the 8 members of the body, 6 ayes at least, or, if fewer than 6 ' +
        'are present, by all who are: `present` says how many (Gov. Code 11125.4(c)).',
    );
    expect(voted('special', { ayes: 5, noes: 0 })).toMatch(/^VOTE_SHORT/);
    expect(voted('special', { ayes: 6, noes: 2 })).toBe('adopted');
    expect(voted('special', { ayes: 6, noes: 0 }, { seats: 9, quorum: 5 })).toBe('adopted');
    expect(voted('special', { ayes: 6, noes: 0 }, { seats: 10, quorum: 6 })).toMatch(/7 ayes/);
  });

  it('of a special meeting with fewer than two thirds present is adopted by all of them, who are a quorum', () => {
    expect(voted('special', { ayes: 5, noes: 0, present: 5 })).toBe('adopted');
    expect(voted('special', { ayes: 4, noes: 1, present: 5 })).toMatch(/^VOTE_SHORT.* all 5 present/);
    // Who is silent has not agreed.
    expect(voted('special', { ayes: 4, noes: 0, present: 5 })).toMatch(/^VOTE_SHORT/);
    expect(voted('special', { ayes: 4, noes: 0, present: 4 })).toMatch(/^VOTE_SHORT.*quorum of 5/);
    expect(voted('special', { ayes: 5, noes: 0, present: 6 })).toMatch(/^VOTE_SHORT.* 6 ayes/);
  });

  it('of an emergency is adopted by a majority of the members, whoever is there', () => {
    expect(voted('emergency', { ayes: 2, noes: 1 })).toMatch(
      /^VOTE_SHORT: .* more than half of the 8 members of the body, 5 ayes at least \(Gov\. Code 11125\.5\(b\)\)\.$/,
    );
    expect(voted('emergency', { ayes: 4, noes: 0, present: 4 })).toMatch(/^VOTE_SHORT/);
    expect(voted('emergency', { ayes: 5, noes: 3 })).toBe('adopted');
  });

  it('has no more votes than people', () => {
    expect(voted('special', { ayes: 5, noes: 1, present: 5 })).toMatch(/^VOTE_MISCOUNTED/);
    expect(voted('special', { ayes: 5, noes: 1, present: 5 }, NOBODY)).toMatch(/^VOTE_MISCOUNTED/);
  });

  it('is judged by the votes cast where no seat is entered', () => {
    expect(voted('special', { ayes: 2, noes: 1 }, NOBODY)).toBe('adopted');
    expect(voted('emergency', { ayes: 1, noes: 1 }, NOBODY)).toMatch(/^VOTE_SHORT/);
  });
});

describe('a step', () => {
  it('of a hearing nobody was told of is told to nobody, but the first notice', () => {
    for (const from of HEARING_STATUSES) {
      for (const to of HEARING_STATUSES) {
        const kind = kindOfStep({ status: from, noticedAt: null }, { status: to });
        expect(kind === null).toBe(to !== 'noticed');
      }
    }
  });

  it('waits for what is called and ahead', () => {
    const ahead = new Date(NOW.getTime() + 1);
    const awaited = HEARING_STATUSES.filter((status) => isAwaited({ status, startsAt: ahead }, NOW));
    expect(awaited).toEqual(['noticed', 'rescheduled']);
    expect(isAwaited({ status: 'noticed', startsAt: NOW }, NOW)).toBe(false);
  });
});
