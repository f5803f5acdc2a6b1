import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { PublicMeeting } from '../shared/public-meeting.js';
import { filterOf, isWithin } from './calendar.policy.js';

const NOW = new Date('2026-11-24T18:00:00Z');

describe('the days of a calendar', () => {
  it('ask the database for every meeting that starts on one of them, whatever its clock', () => {
    const day = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(day, fc.nat(40), zone, fc.nat(86_399), (first, more, timeZone, second) => {
        const from = first.toISOString().slice(0, 10);
        const last = Temporal.PlainDate.from(from).add({ days: more });
        const { startsFrom, startsBefore } = filterOf({ from, to: last.toString() }, NOW);
        for (const at of [Temporal.PlainDate.from(from), last]) {
          const local = at.toPlainDateTime(Temporal.PlainTime.from('00:00').add({ seconds: second }));
          const startsAt = local.toZonedDateTime(timeZone).epochMilliseconds;
          const meeting = { startsAt, timeZone } as PublicMeeting;
          if (!isWithin({ from, to: last.toString() }, meeting)) continue;
          expect(startsAt).toBeGreaterThanOrEqual(startsFrom!.getTime());
          expect(startsAt).toBeLessThan(startsBefore!.getTime());
        }
      }),
    );
  });

  it('are the last year and all that comes where none is asked for', () => {
    expect(filterOf({}, NOW)).toMatchObject({ startsFrom: new Date('2025-11-23'), startsBefore: null });
    expect(filterOf({ to: '2016-12-31' }, NOW).startsFrom).toBeNull();
  });
});
