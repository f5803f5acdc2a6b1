import { Temporal } from 'temporal-polyfill';
import type { LegalProfile } from '#src/record/commission/index.js';
import type { Hearing } from '../../hearing/hearing.entity.js';
import { instantOf, localDateOf } from '../../notice/clock/local-days.js';
import { latestNotice } from '../../notice/clock/notice-clock.js';
import { officeDayAtOrAfter, officeDayAtOrBefore } from '../../notice/clock/office-days.js';
import { lawOf } from '../../notice/notice.policy.js';

/** A rule of the house, where no law sets a day for the notice: local days before the hearing. */
export const ARRANGE_DAYS = 3;

/**
 * By when a request is to be answered unless it says so itself, on the hearing's own clock: by the last office day on
 * which notice of the hearing can be given, since a loop or an interpreter is found no faster than a room. Where that
 * has come or gone, by the next office day; never later than the day of the hearing.
 */
export function requestDueOn(
  { kind, startsAt, timeZone }: Pick<Hearing, 'kind' | 'startsAt' | 'timeZone'>,
  commissions: LegalProfile,
  now: Date,
): string {
  const start = instantOf(startsAt);
  const day = localDateOf(start, timeZone);
  const today = localDateOf(instantOf(now), timeZone);
  const notice = latestNotice(lawOf(kind, commissions), 'regular', start, timeZone);
  const wanted = officeDayAtOrBefore(notice?.localDate ?? day.subtract({ days: ARRANGE_DAYS }));
  const due = isLater(wanted, today) ? wanted : officeDayAtOrAfter(today.add({ days: 1 }));
  return (isLater(due, day) ? day : due).toString();
}

const isLater = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;
