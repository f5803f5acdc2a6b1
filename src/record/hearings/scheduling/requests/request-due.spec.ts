import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../notice/clock/local-days.js';
import { requestDueOn } from './request-due.js';

const LOS_ANGELES = 'America/Los_Angeles';
const hearing = (startsAt: string, timeZone = LOS_ANGELES) => ({
  kind: 'public_hearing' as const,
  startsAt: new Date(startsAt),
  timeZone,
});

describe('the day by which a request is due', () => {
  it.each([
    // Tuesday, 4 March 2031. Ten days before is a Saturday.
    ['the office day before the notice is due', 'bagley_keene', '2031-01-10T12:00:00-08:00', '2031-02-21'],
    ['72 hours before, which is a Saturday', 'brown', '2031-01-10T12:00:00-08:00', '2031-02-28'],
    ['three days before where no law says', 'none', '2031-01-10T12:00:00-08:00', '2031-02-28'],
    ['tomorrow where that day has come', 'bagley_keene', '2031-02-21T08:00:00-08:00', '2031-02-24'],
    ['the next office day where it has gone', 'bagley_keene', '2031-02-28T12:00:00-08:00', '2031-03-03'],
    ['the day itself on its eve', 'bagley_keene', '2031-03-03T12:00:00-08:00', '2031-03-04'],
    ['the day itself on that day', 'bagley_keene', '2031-03-04T08:00:00-08:00', '2031-03-04'],
    ['the day itself once it is over', 'bagley_keene', '2031-04-04T08:00:00-08:00', '2031-03-04'],
  ] as const)('is %s', (_, profile, now, day) => {
    expect(requestDueOn(hearing('2031-03-04T09:00:00-08:00'), profile, new Date(now))).toBe(day);
  });

  it.each([
    // The same hearing and the same moment: in Auckland the hearing is a day later, and today is one already.
    [LOS_ANGELES, '2031-03-01T04:00:00Z', '2031-03-03'],
    ['Pacific/Auckland', '2031-03-01T04:00:00Z', '2031-03-03'],
    [LOS_ANGELES, '2031-03-03T09:00:00Z', '2031-03-04'],
    ['Pacific/Auckland', '2031-03-03T09:00:00Z', '2031-03-04'],
    [LOS_ANGELES, '2031-03-04T12:00:00Z', '2031-03-04'],
    ['Pacific/Auckland', '2031-03-04T12:00:00Z', '2031-03-05'],
  ])('goes by the clock of the hearing, as in %s at %s', (timeZone, now, day) => {
    const start = '2031-03-04T17:00:00Z';
    expect(requestDueOn(hearing(start, timeZone), 'bagley_keene', new Date(now))).toBe(day);
  });

  it('is never after the hearing, and never a day that is past while the hearing is ahead', () => {
    const moment = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => {
      return new Date(Date.UTC(2031, 0, 1) + minutes * 60_000);
    });
    const zone = fc.constantFrom('UTC', LOS_ANGELES, 'Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu');
    const profile = fc.constantFrom('none' as const, 'bagley_keene' as const, 'brown' as const);
    fc.assert(
      fc.property(moment, moment, zone, profile, (startsAt, now, timeZone, law) => {
        const due = requestDueOn({ kind: 'public_hearing', startsAt, timeZone }, law, now);
        const [day, today] = [dayOf(startsAt, timeZone), dayOf(now, timeZone)];
        expect(due <= day).toBe(true);
        expect(due >= (today < day ? today : day)).toBe(true);
        if (today < day) expect(due > today).toBe(true);
      }),
    );
  });
});
