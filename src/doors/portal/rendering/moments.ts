import type { Locale } from './locale.js';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `November 25, 2026`, of a day without a time. */
export function dayOf(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** `5 minutes ago`: right in every time zone, which a server cannot know of a browser. */
export function ago(moment: string, locale: Locale, now: Date = new Date()): string {
  const seconds = Math.round((Date.parse(moment) - now.getTime()) / 1000);
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  const count = unit === 'second' ? 0 : Math.trunc(seconds / length);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, unit);
}
