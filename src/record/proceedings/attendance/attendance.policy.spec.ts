import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#src/foundation/common/index.js';
import {
  assertStays,
  revisionOfStays,
  rollEntryId,
  withArrival,
  withDeparture,
} from './attendance.policy.js';
import { isThere, type Stay } from './presence.js';

const moment = (second: number): Date => new Date(Date.UTC(2016, 2, 24, 17, 0, second));
const stay = (from: number, until: number | null = null, more: Partial<Stay> = {}): Stay => ({
  arrivedAt: moment(from),
  leftAt: until === null ? null : moment(until),
  mode: 'in_person',
  place: null,
  note: null,
  ...more,
});

interface Seen {
  readonly comes: boolean;
  readonly after: number;
  readonly twice: boolean;
}

/** A morning as a clerk types it, in the order of time; some things are sent twice, or seen by two. */
const mornings: fc.Arbitrary<Seen[]> = fc.array(
  fc.record({ comes: fc.boolean(), after: fc.nat(4), twice: fc.boolean() }),
  { maxLength: 12 },
);

function typed(morning: readonly Seen[], isSentTwice: boolean): readonly Stay[] {
  let stays: readonly Stay[] = [];
  let clock = 0;
  for (const { comes, after, twice } of morning) {
    clock += after;
    const seen = (before: readonly Stay[]) =>
      comes ? withArrival(before, stay(clock), false) : withDeparture(before, moment(clock), true);
    const once = orAsBefore(stays, () => seen(stays));
    // What was taken once is taken again, and the very same is left: nothing is to be written.
    if (isSentTwice && twice && once !== stays) expect(seen(once)).toBe(once);
    stays = once;
  }
  return stays;
}

/** What is refused changes nothing. */
function orAsBefore(stays: readonly Stay[], change: () => readonly Stay[]): readonly Stay[] {
  try {
    return change();
  } catch (error) {
    if (error instanceof DomainError) return stays;
    throw error;
  }
}

describe('the roll as it is typed', () => {
  it('says of every second whether they were there, as one who only remembers the last thing seen', () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const stays = typed(morning, false);
        const there = new Map<number, boolean>();
        let [clock, inside, since] = [0, false, -1];
        for (const { comes, after } of morning) {
          for (let second = clock; second < clock + after; second += 1) there.set(second, inside);
          clock += after;
          // Who came in this very second cannot leave in it: that is refused.
          if (!comes && inside && since === clock) continue;
          if (comes && !inside) since = clock;
          inside = comes;
        }
        there.set(clock, inside);
        for (const [second, expected] of there) {
          expect(stays.some((one) => isThere(one, moment(second)))).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never has one person there twice, and always in order', () => {
    fc.assert(
      fc.property(mornings, (morning) => {
        const stays = typed(morning, false);
        expect(() => assertStays(stays, (index, field) => `/${index}/${field}`)).not.toThrow();
        expect(stays.slice(0, -1).every(({ leftAt }) => leftAt !== null)).toBe(true);
      }),
    );
  });

  it('takes again what it took, and writes nothing', () => {
    fc.assert(fc.property(mornings, (morning) => void typed(morning, true)));
  });

  it('refuses overlaps in any order, and nothing else that has a beginning and an end', () => {
    const spans = fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 4 })), { maxLength: 3 });
    fc.assert(
      fc.property(spans, (lengths) => {
        const stays = lengths.map(([from, length]) => stay(from, from + length));
        const seconds = lengths.flatMap(([from, length]) => Array.from({ length }, (_, n) => from + n));
        const isTwice = new Set(seconds).size < seconds.length;
        const check = () => assertStays(stays, (index, field) => `/presences/${index}/${field}`);
        if (isTwice) expect(check).toThrow(expect.objectContaining({ code: 'PRESENCES_OVERLAP' }));
        else expect(check).not.toThrow();
      }),
    );
  });
});

describe('a part of the roll', () => {
  it('has a revision that tells every difference, but not the order in which it was written', () => {
    const [a, b] = [stay(0, 5), stay(7)];
    expect(revisionOfStays([a, b])).toBe(revisionOfStays([b, a]));
    const others = [
      [a],
      [b],
      [],
      [a, stay(8)],
      [a, { ...b, note: 'x' }],
      [a, { ...b, place: 'x' }],
      [stay(0, 6), b],
    ];
    expect(new Set([[a, b], ...others].map(revisionOfStays)).size).toBe(others.length + 1);
  });

  it('has an id of its own in the log', () => {
    const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    expect(rollEntryId(one, two)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(rollEntryId(one, two)).toBe(rollEntryId(one, two));
    expect(rollEntryId(two, one)).not.toBe(rollEntryId(one, two));
  });
});
