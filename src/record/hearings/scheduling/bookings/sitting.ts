import { Temporal } from 'temporal-polyfill';
import { dayOf, endOfDay, localDateOf } from '../../notice/clock/local-days.js';
import type { HearingStatus } from '../../status/hearing-status.js';
import { type Booking, isBench, keysOf, sharedKey } from './booking.js';

/** A hearing with all that it takes up. */
export interface Sitting {
  readonly hearingId: string;
  readonly status: HearingStatus;
  readonly startsAt: Date;
  /** null: until the end of its local day. */
  readonly endsAt: Date | null;
  readonly timeZone: string;
  /** As they are planned, those with a start and an end. */
  readonly sessions: readonly Span[];
  readonly bookings: readonly Booking[];
}

/** From its start until before its end. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Where they meet more than once, from the first moment of it to the last. */
export interface Clash extends Span {
  readonly booking: Booking;
  /** The same for the same room or person, whichever of the two hearings is asked. */
  readonly key: string;
  /** Somebody is expected at one of the two because its roster is empty. */
  readonly withBench: boolean;
}

/** A hearing of another status is over, or has no date, or will not be held. */
export const BOOKED: readonly string[] = ['draft', 'noticed', 'rescheduled', 'in_session', 'recessed'];

export const isCalled = (status: HearingStatus): boolean => status !== 'draft' && BOOKED.includes(status);

export function spanOf({
  startsAt,
  endsAt,
  timeZone,
}: Pick<Sitting, 'startsAt' | 'endsAt' | 'timeZone'>): Span {
  return { from: startsAt, until: endsAt ?? endOfLocalDay(startsAt, timeZone) };
}

/**
 * Nobody sits through the night between two days: where sessions are planned they say when. One on a day outside the
 * hearing's, of which its clerk is warned, is left from before a rescheduling and books nothing.
 */
export function spansOf(sitting: Omit<Sitting, 'hearingId' | 'bookings' | 'status'>): Span[] {
  const { startsAt, endsAt, timeZone, sessions } = sitting;
  const first = dayOf(startsAt, timeZone);
  const last = dayOf(endsAt ?? startsAt, timeZone);
  const planned = sessions.filter(({ from, until }) => {
    const day = dayOf(from, timeZone);
    return from < until && day >= first && day <= last;
  });
  return planned.length > 0 ? planned : [spanOf(sitting)];
}

/** From the first moment to the last of several spans; null of none. */
export function around(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (all, { from, until }) =>
      all === null
        ? { from, until }
        : { from: from < all.from ? from : all.from, until: until > all.until ? until : all.until },
    null,
  );
}

/** What two hearings take up at the same time, each room or person once. */
export function clashesOf(one: Sitting, other: Sitting): Clash[] {
  const theirTimes = spansOf(other);
  const overlaps = spansOf(one).flatMap((mine) => theirTimes.map((their) => overlapOf(mine, their)));
  const span = around(overlaps.filter((overlap) => overlap !== null));
  if (!span || !BOOKED.includes(one.status) || !BOOKED.includes(other.status)) return [];
  const theirs = new Map<string, Booking[]>();
  for (const booking of other.bookings) {
    for (const key of keysOf(booking)) theirs.set(key, [...(theirs.get(key) ?? []), booking]);
  }
  const clashes = new Map<string, Clash>();
  for (const booking of one.bookings) {
    for (const candidate of keysOf(booking).flatMap((key) => theirs.get(key) ?? [])) {
      const key = sharedKey(booking, candidate);
      if (key !== null && !clashes.has(key)) {
        clashes.set(key, { ...span, booking, key, withBench: isBench(booking) || isBench(candidate) });
      }
    }
  }
  return [...clashes.values()];
}

function overlapOf(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until < other.until ? one.until : other.until;
  return from < until ? { from, until } : null;
}

function endOfLocalDay(moment: Date, timeZone: string): Date {
  const day = localDateOf(Temporal.Instant.fromEpochMilliseconds(moment.getTime()), timeZone);
  // The clock's day ends with its last millisecond, a span before the next.
  return new Date(endOfDay(day, timeZone).epochMilliseconds + 1);
}
