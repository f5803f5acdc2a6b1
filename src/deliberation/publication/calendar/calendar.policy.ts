import { invalid, isUuid } from '#src/foundation/common/index.js';
import type { MeetingFilter, PublicMeeting } from '../shared/public-meeting.js';
import { zoned } from './wall-clock.js';

export interface CalendarRange {
  readonly zone?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is asked of the database: more by some hours, since a day begins at another moment in each zone. */
export function filterOf({ zone, from, to }: CalendarRange, now: Date): MeetingFilter {
  if (from !== undefined && to !== undefined && to < from) {
    throw invalid([{ pointer: '/to', code: 'DAYS_REVERSED', detail: 'must not lie before from' }]);
  }
  return {
    id: null,
    startsFrom: firstMoment(from, to, now),
    startsBefore: to === undefined ? null : new Date(Date.parse(to) + DAY + 12 * HOUR),
    zoneId: isUuid(zone) ? zone : null,
    zoneNumber: zone === undefined || isUuid(zone) ? null : Number(zone),
  };
}

/** Whether a meeting starts on one of the days, by its own clock; both are included. */
export function isWithin({ from, to }: CalendarRange, { startsAt, timeZone }: PublicMeeting): boolean {
  if (from === undefined && to === undefined) return true;
  const day = zoned(new Date(startsAt), timeZone).toPlainDate().toString();
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** Without either day a calendar is of what comes and of the last year; with a last day alone, of all before it. */
function firstMoment(from: string | undefined, to: string | undefined, now: Date): Date | null {
  if (from !== undefined) return new Date(Date.parse(from) - 14 * HOUR);
  return to === undefined ? yearBefore(now) : null;
}

/** By the day, so that a calendar stays as it is for a day. */
function yearBefore(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY - 366 * DAY);
}
