import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#src/foundation/common/index.js';
import { assertTermFits, dayBefore, whoGivesWay } from './term.policy.js';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};

/** Few days, so that edges meet. */
const days = fc.constantFrom('2016-02-27', '2016-02-28', '2016-02-29', '2016-03-01', '2016-03-02');
const end = fc.option(days);

describe('a term', () => {
  it('fits a post exactly when each of its days is one of the post’s, and begins while the sector goes on', () => {
    fc.assert(
      fc.property(days, end, days, end, end, (startsOn, endsOn, from, until, sector) => {
        fc.pre(until === null || from <= until);
        const reversed = endsOn !== null && endsOn < startsOn;
        const within = from <= startsOn && (until === null || (endsOn !== null && endsOn <= until));
        const late = sector !== null && sector < startsOn;
        const fits = !reversed && within && !late;
        const term = { startsOn, endsOn, endReason: null };
        expect(
          codeOf(() => assertTermFits(term, { startsOn: from, endsOn: until }, sector)) === undefined,
        ).toBe(fits);
      }),
    );
  });

  it('that goes on has no reason to end', () => {
    const post = { startsOn: '2015-01-01', endsOn: null };
    const term = { startsOn: '2016-01-01', endsOn: null, endReason: 'died' } as const;
    expect(codeOf(() => assertTermFits(term, post, null))).toBe('END_REASON_ALONE');
    expect(codeOf(() => assertTermFits({ ...term, endsOn: '2016-01-01' }, post, null))).toBeUndefined();
  });
});

describe('whoever acts in a post', () => {
  const standing = (acting: boolean, startsOn: string) => ({ id: `${acting} ${startsOn}`, acting, startsOn });

  it('gives way to a regular member who comes later, and to nobody else', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        days,
        fc.array(fc.tuple(fc.boolean(), days), { maxLength: 3 }),
        (acting, startsOn, others) => {
          const there = others.map(([isActing, from]) => standing(isActing, from));
          const stays = there.filter((one) => !one.acting || acting || startsOn <= one.startsOn);
          const code = codeOf(() => whoGivesWay({ acting, startsOn }, there));
          expect(code === undefined).toBe(stays.length === 0);
          if (code === 'ACTING_NOT_VACANT') expect(acting && there.some((one) => !one.acting)).toBe(true);
          if (stays.length === 0) expect(whoGivesWay({ acting, startsOn }, there)).toEqual(there);
        },
      ),
    );
  });

  it('leaves the day before, over the ends of months and of February', () => {
    expect(dayBefore('2016-03-01')).toBe('2016-02-29');
    expect(dayBefore('2015-03-01')).toBe('2015-02-28');
    expect(dayBefore('2016-01-01')).toBe('2015-12-31');
  });
});
