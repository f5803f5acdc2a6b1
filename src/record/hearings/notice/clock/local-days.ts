import { Temporal } from 'temporal-polyfill';

/** Moments are kept to the millisecond, as the database keeps them. */
const LAST = { milliseconds: 1 } as const;

export function instantOf(moment: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime());
}

/** ISO, so that days compare as texts do. */
export function dayOf(moment: Date, timeZone: string): string {
  return localDateOf(instantOf(moment), timeZone).toString();
}

export function localDateOf(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * The last moment at which the clocks of a zone show this day or an earlier one. Where they were set back over
 * midnight the day comes a second time and ends twice; where it was left out altogether the day before it counts.
 */
export function endOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  const next = day.add({ days: 1 });
  const again = next
    .toPlainDateTime()
    .toZonedDateTime(timeZone, { disambiguation: 'later' })
    .toInstant()
    .subtract(LAST);
  if (Temporal.PlainDate.compare(localDateOf(again, timeZone), day) <= 0) return again;
  return next.toZonedDateTime(timeZone).toInstant().subtract(LAST);
}

/** The first moment at which the clocks of a zone show this day; where it was left out, the next. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant();
}
