import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { LEGAL_PROFILES } from '#src/record/commission/index.js';
import { isInTime, latestNotice } from './notice-clock.js';
import { MEETING_CALLS, PROFILES } from './notice-profile.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(1970, 0, 1);
const UNTIL = Date.UTC(2100, 11, 31);

// The oracle knows no Temporal: the zone's calendar is asked of Intl, and days are counted on a line of integers.
const formats = new Map<string, Intl.DateTimeFormat>();
function localDay(ms: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const [month = 0, day = 0, year = 0] = format.format(ms).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

const deadline = (ms: number, zone: string): number => {
  const latest = latestNotice('bagley_keene', 'regular', Temporal.Instant.fromEpochMilliseconds(ms), zone);
  return latest?.at.epochMilliseconds ?? Number.NaN;
};

/** Never late: the day of the last moment is ten or more before. Never a day early: all that follows is later. */
function assertTenDays(ms: number, zone: string): void {
  const wanted = localDay(ms, zone) - 10;
  const at = deadline(ms, zone);
  const seen = { zone, start: new Date(ms).toISOString(), at: new Date(at).toISOString() };
  expect({ ...seen, late: localDay(at, zone) > wanted }).toEqual({ ...seen, late: false });
  // Two days of minutes and then of hours: no moment after it shows a day that would still do.
  for (let after = 1; after < 2 * DAY; after += after < HOUR ? 60_000 : HOUR / 2) {
    if (localDay(at + after, zone) <= wanted) {
      throw new Error(`a day early: ${JSON.stringify({ ...seen, stillInTime: at + after })}`);
    }
  }
}

describe('ten days of notice', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const anyMoment = fc.integer({ min: FROM, max: UNTIL });

  it('are never late and never a day early, in any zone at any time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMoment, (zone, ms) => assertTenDays(ms, zone)),
      { numRuns: 1_500 },
    );
  });

  it('hold wherever a zone sets its clocks, for hearings ten days after', () => {
    for (const zone of zones) {
      let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
      for (;;) {
        const next = at.getTimeZoneTransition('next');
        if (next === null || next.year > 2040) break;
        at = next;
        // Each rule once in five years is enough: zones change their rules, not their arithmetic.
        if (next.year % 5 !== 0 && next.hour >= 1 && next.hour <= 22) continue;
        for (const days of [9.5, 10, 10.9]) assertTenDays(next.epochMilliseconds + days * DAY, zone);
      }
    }
  });

  it.each([
    // A year without a thirtieth of December: the twenty-ninth is the last day at least ten days before.
    ['Pacific/Apia', '2012-01-09T09:00:00+14:00', '2011-12-29T23:59:59.999-10:00', '2011-12-29'],
    ['Pacific/Apia', '2012-01-10T09:00:00+14:00', '2011-12-31T23:59:59.999+14:00', '2011-12-31'],
    // Set back at one minute past midnight: the day ends twice.
    ['America/St_Johns', '2009-11-10T09:00:00-03:30', '2009-10-31T23:59:59.999-03:30', '2009-10-31'],
    // Set forward at midnight: the next day begins at one.
    ['America/Havana', '2024-03-19T10:00:00-04:00', '2024-03-09T23:59:59.999-05:00', '2024-03-09'],
    ['America/Los_Angeles', '2024-03-10T09:00:00-07:00', '2024-02-29T23:59:59.999-08:00', '2024-02-29'],
    ['America/Los_Angeles', '2023-03-10T09:00:00-08:00', '2023-02-28T23:59:59.999-08:00', '2023-02-28'],
    ['America/Los_Angeles', '2100-03-10T09:00:00-08:00', '2100-02-28T23:59:59.999-08:00', '2100-02-28'],
    // One minute past midnight is the next day, whatever UTC says.
    ['America/Los_Angeles', '2015-10-29T00:01:00-07:00', '2015-10-19T23:59:59.999-07:00', '2015-10-19'],
    ['America/Los_Angeles', '2015-11-05T09:00:00-08:00', '2015-10-26T23:59:59.999-07:00', '2015-10-26'],
  ])('in %s before %s end at %s', (zone, start, end, date) => {
    const latest = latestNotice('bagley_keene', 'regular', Temporal.Instant.from(start), zone);
    expect(latest?.at.toString()).toBe(Temporal.Instant.from(end).toString());
    expect(latest?.localDate.toString()).toBe(date);
  });
});

describe('a notice', () => {
  const anyCase = fc.record({
    profile: fc.constantFrom(...LEGAL_PROFILES),
    call: fc.constantFrom(...MEETING_CALLS),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    ms: fc.integer({ min: FROM, max: UNTIL }),
  });

  it('by the hour counts what passes, not what clocks show', () => {
    fc.assert(
      fc.property(anyCase, ({ profile, call, zone, ms }) => {
        const start = Temporal.Instant.fromEpochMilliseconds(ms);
        const lead = PROFILES[profile].rules?.[call].lead;
        fc.pre(lead !== undefined && 'hours' in lead);
        const latest = latestNotice(profile, call, start, zone);
        expect(ms - (latest?.at.epochMilliseconds ?? 0)).toBe(
          lead && 'hours' in lead ? lead.hours * HOUR : -1,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is in time up to the last millisecond and not one later', () => {
    fc.assert(
      fc.property(anyCase, ({ profile, call, zone, ms }) => {
        const start = Temporal.Instant.fromEpochMilliseconds(ms);
        const latest = latestNotice(profile, call, start, zone);
        const given = latest?.at ?? start;
        expect(isInTime(profile, call, start, zone, given)).toBe(true);
        const later = given.add({ milliseconds: 1 });
        expect(isInTime(profile, call, start, zone, later)).toBe(profile === 'none');
        expect(latest === null).toBe(profile === 'none');
      }),
      { numRuns: 300 },
    );
  });
});
