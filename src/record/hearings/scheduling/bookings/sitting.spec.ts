import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Booking,
  isBenchKey,
  keysOf,
  linkOf,
  memberOf,
  personOf,
  roomOf,
  sharedKey,
} from './booking.js';
import { BOOKING_KINDS } from './booking-kind.js';
import { clashesOf, type Sitting, spanOf } from './sitting.js';

const ZONE = 'America/Los_Angeles';

const sitting = (startsAt: string, endsAt: string | null, ...bookings: Booking[]): Sitting => ({
  hearingId: startsAt,
  status: 'noticed',
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
  timeZone: ZONE,
  sessions: [],
  bookings,
});

const room = (name: string, address: string | null = null, number: string | null = null): Booking =>
  roomOf({ name, address, room: number });

describe('a booking', () => {
  it('is of the same room however it is typed, and of another where a word differs', () => {
    const forum = room('The Forum', '900 Fallon Street', 'Room 1');
    expect(sharedKey(forum, room('  the  FORUM', '900 fallon\tstreet ', 'room 1'))).not.toBeNull();
    expect(sharedKey(forum, room('The Forum', '900 Fallon Street', 'Room 2'))).toBeNull();
    expect(sharedKey(forum, room('The Forum', '900 Fallon Street'))).toBeNull();
    expect(sharedKey(forum, room('The Forum', 'Room 1', '900 Fallon Street'))).toBeNull();
    expect(sharedKey(room('a b'), room('a', 'b'))).toBeNull();
    expect(sharedKey(room('link', 'x'), linkOf({ name: 'x', link: 'x' }))).toBeNull();
  });

  it('is of the same person in whatever part, or of the same name and organisation where one has no more', () => {
    const known = personOf('witness', { personId: 'p', name: 'Ann Roe', organisation: 'County' });
    const named = personOf('witness', { personId: null, name: 'ann  roe', organisation: 'COUNTY' });
    expect(sharedKey(known, personOf('commissioner', { personId: 'p', name: 'A. Roe' }))).not.toBeNull();
    expect(sharedKey(known, named)).not.toBeNull();
    expect(sharedKey(known, { ...known, personId: 'q' })).toBeNull();
    expect(sharedKey(named, personOf('witness', { personId: null, name: 'Ann Roe' }))).toBeNull();
    expect(sharedKey(named, { ...named, kind: 'interpreter' })).toBeNull();
  });

  it('tells no word in its keys', () => {
    for (const key of keysOf(personOf('witness', { personId: 'p', name: 'Ann' }))) {
      expect(key).toMatch(/^[\w-]{22}$/);
    }
  });
});

describe('two hearings', () => {
  const forum = room('The Forum');

  it.each([
    ['at once', '2031-03-04T17:00:00Z', '2031-03-04T20:00:00Z', 1],
    ['one within the other', '2031-03-04T18:00:00Z', '2031-03-04T18:30:00Z', 1],
    ['a minute too early', '2031-03-04T10:00:00Z', '2031-03-04T17:01:00Z', 1],
    ['one after the other', '2031-03-04T20:00:00Z', '2031-03-04T22:00:00Z', 0],
    ['one before the other', '2031-03-04T10:00:00Z', '2031-03-04T17:00:00Z', 0],
    ['of which one is open until its day ends', '2031-03-04T09:00:00Z', null, 1],
    ['of which one was open the day before', '2031-03-03T20:00:00Z', null, 0],
    ['of which one lasts for days', '2031-03-01T17:00:00Z', '2031-03-07T20:00:00Z', 1],
  ])('clash %s or do not', (_, from, until, clashes) => {
    const one = sitting('2031-03-04T17:00:00Z', '2031-03-04T20:00:00Z', forum);
    expect(clashesOf(one, sitting(from, until, forum))).toHaveLength(clashes);
    expect(clashesOf(sitting(from, until, forum), one)).toHaveLength(clashes);
  });

  it.each([
    ['2031-03-09', '2031-03-09T20:00:00Z', '2031-03-10T07:00:00Z'],
    ['2031-11-02', '2031-11-02T20:00:00Z', '2031-11-03T08:00:00Z'],
  ])('on the night of %s last as the clocks of their zone go', (_, from, until) => {
    expect(spanOf(sitting(from, null)).until).toEqual(new Date(until));
  });

  describe('of which one has its sessions planned', () => {
    const planned = (from: string, until: string) => ({ from: new Date(from), until: new Date(until) });
    // Two days by the clock of Los Angeles, nine to five.
    const days: Sitting = {
      ...sitting('2031-03-04T17:00:00Z', '2031-03-06T01:00:00Z', forum),
      sessions: [
        planned('2031-03-04T17:00:00Z', '2031-03-05T01:00:00Z'),
        planned('2031-03-05T17:00:00Z', '2031-03-06T01:00:00Z'),
      ],
    };

    it.each([
      ['in the night between', '2031-03-05T02:00:00Z', '2031-03-05T17:00:00Z', []],
      ['on the second day', '2031-03-05T20:00:00Z', '2031-03-05T22:00:00Z', ['05T20', '05T22']],
      ['on both days', '2031-03-04T20:00:00Z', '2031-03-05T22:00:00Z', ['04T20', '05T22']],
    ])('clash with what is %s as the sessions say', (_, from, until, hours) => {
      const other = sitting(from, until, forum);
      const spans = (found: readonly { from: Date; until: Date }[]) =>
        found.flatMap((clash) => [clash.from, clash.until]).map((at) => at.toISOString().slice(8, 13));
      expect(spans(clashesOf(days, other))).toEqual(hours);
      expect(spans(clashesOf(other, days))).toEqual(hours);
    });

    it.each([
      ['of a day that was given up by rescheduling', planned('2031-03-01T17:00:00Z', '2031-03-02T01:00:00Z')],
      ['of no length', planned('2031-03-04T17:00:00Z', '2031-03-04T17:00:00Z')],
    ])('clash as the hearing says where there are none but %s', (_, session) => {
      const night = sitting('2031-03-05T02:00:00Z', '2031-03-05T17:00:00Z', forum);
      expect(clashesOf({ ...days, sessions: [session] }, night)).toHaveLength(1);
    });
  });

  it.each(['cancelled', 'postponed', 'adjourned', 'closed'] as const)('do not when one is %s', (status) => {
    const one = sitting('2031-03-04T17:00:00Z', null, forum);
    expect(clashesOf(one, { ...one, status })).toEqual([]);
    expect(clashesOf({ ...one, status }, one)).toEqual([]);
  });

  it('clash in what every pair of their bookings shares, either way round, each once', () => {
    const booking = fc.record({
      kind: fc.constantFrom(...BOOKING_KINDS),
      subject: fc.constant(''),
      personId: fc.constantFrom(null, 'p', 'q', 'r'),
      name: fc.constantFrom(null, 'x', 'y', 'z'),
    });
    const member = fc
      .constantFrom('p', 'q', 'r', 's')
      .map((personId) => memberOf({ personId, name: personId }));
    const real = booking.map((made): Booking => {
      return made.kind === 'room' ? { ...made, personId: null, name: made.name ?? 'x' } : made;
    });
    const hour = fc.integer({ min: 0, max: 30 });
    const any = fc
      .tuple(hour, hour, fc.array(fc.oneof(real, member), { maxLength: 8 }))
      .map(([start, length, bookings]) => {
        const startsAt = new Date(Date.UTC(2031, 2, 8, start));
        const endsAt = new Date(startsAt.getTime() + length * 3_600_000);
        return { ...sitting(startsAt.toISOString(), endsAt.toISOString()), bookings };
      });
    fc.assert(
      fc.property(any, any, (one, other) => {
        const from = Math.max(one.startsAt.getTime(), other.startsAt.getTime());
        const isAtOnce = from < Math.min(spanOf(one).until.getTime(), spanOf(other).until.getTime());
        const pairs = one.bookings.flatMap((mine) => other.bookings.map((theirs) => sharedKey(mine, theirs)));
        const expected = new Set(isAtOnce ? pairs.filter((key) => key !== null) : []);
        // Said again without a key: who is expected with the bench at both.
        const membersOf = ({ bookings }: Sitting) =>
          new Set(bookings.flatMap(({ bench, personId }) => (bench ? [personId] : [])));
        const theirs = membersOf(other);
        const isOneBench = isAtOnce && [...membersOf(one)].some((personId) => theirs.has(personId));
        for (const clashes of [clashesOf(one, other), clashesOf(other, one)]) {
          expect(clashes.map(({ key }) => key).toSorted()).toEqual([...expected].toSorted());
          expect(clashes.some(({ key }) => isBenchKey(key))).toBe(isOneBench);
          for (const { key, withBench } of clashes) if (isBenchKey(key)) expect(withBench).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
