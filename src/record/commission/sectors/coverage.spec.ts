import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, type SeatOnDay, type SectorOnDay } from './coverage.js';

const DAY = '2015-10-29';
const sector = (id: string, startedOn: string | null = null, endedOn: string | null = null): SectorOnDay => ({
  id,
  key: id,
  name: id,
  startedOn,
  endedOn,
});
const seat = (sectorId: string | null, who: string | null): SeatOnDay => ({
  postId: 'p',
  post: 'Seat',
  sectorId,
  member: who === null ? null : { personId: who, name: who, membershipId: who, acting: false },
});

describe('coverageOf', () => {
  it('calls a sector uncovered where nobody sits, with a seat and without', () => {
    const { sectors } = coverageOf(
      DAY,
      [sector('a'), sector('b'), sector('c')],
      [seat('a', null), seat('b', 'x')],
    );
    expect(sectors.map(({ seats, filled, uncovered }) => [seats, filled, uncovered])).toEqual([
      [1, 0, true],
      [1, 1, false],
      [0, 0, true],
    ]);
  });

  it.each([
    ['2015-10-29', null, true],
    [null, '2015-10-29', true],
    ['2015-10-30', null, false],
    [null, '2015-10-28', false],
  ])('asks of a sector from %s to %s: %s', (from, to, isTold) => {
    expect(coverageOf(DAY, [sector('a', from, to)], []).sectors).toHaveLength(isTold ? 1 : 0);
  });

  it('tells of an ended sector as long as it has a seat, and asks for nobody', () => {
    const { sectors } = coverageOf(DAY, [sector('a', null, '2015-10-28')], [seat('a', null)]);
    expect(sectors).toMatchObject([{ seats: 1, filled: 0, uncovered: false }]);
  });

  it('loses no seat and no member', () => {
    const day = fc.option(fc.constantFrom('2015-10-28', DAY, '2015-10-30'));
    const ids = ['a', 'b', 'c'];
    const world = fc.record({
      bounds: fc.array(fc.tuple(day, day), { minLength: 3, maxLength: 3 }),
      seats: fc.array(fc.tuple(fc.option(fc.constantFrom(...ids)), fc.option(fc.string()))),
    });
    fc.assert(
      fc.property(world, ({ bounds, seats }) => {
        const bench = seats.map(([of, who]) => seat(of, who));
        const told = coverageOf(
          DAY,
          ids.map((id, n) => sector(id, ...(bounds.at(n) ?? []))),
          bench,
        );
        const shares = [...told.sectors, told.withoutSector];
        const sum = (count: (share: (typeof shares)[number]) => number) =>
          shares.reduce((total, share) => total + count(share), 0);
        expect(sum(({ seats: n }) => n)).toBe(bench.length);
        expect(sum(({ filled }) => filled)).toBe(bench.filter(({ member }) => member).length);
        expect(sum(({ members }) => members.length)).toBe(sum(({ filled }) => filled));
      }),
    );
  });
});
