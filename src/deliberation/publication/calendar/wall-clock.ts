import { Temporal } from 'temporal-polyfill';

const SECOND = 1000;

const two = (value: number): string => String(value).padStart(2, '0');

/** `20160421T090000` */
export function basicForm(at: Temporal.PlainDateTime): string {
  const date = `${String(at.year).padStart(4, '0')}${two(at.month)}${two(at.day)}`;
  return `${date}T${two(at.hour)}${two(at.minute)}${two(at.second)}`;
}

/** `20160421T160000Z` */
export function utcForm(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

export function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  const milliseconds = Math.floor(at.getTime() / SECOND) * SECOND;
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
}

/**
 * A moment as a date-time property: by the wall clock of its zone. Where readers would not agree which moment is meant,
 * it stands in UTC: in the hour that an autumn night has twice, and where a clock's offset has seconds.
 */
export function timeProperty(name: string, at: Date, timeZone: string): [name: string, value: string] {
  if (isUtc(timeZone)) return [name, utcForm(at)];
  const moment = zoned(at, timeZone);
  const local = moment.toPlainDateTime();
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const last = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const isDoubtful =
    first.epochMilliseconds !== last.epochMilliseconds || moment.offset.length > '-00:44'.length;
  if (isDoubtful) return [name, utcForm(at)];
  return [`${name};TZID=${timeZone}`, basicForm(local)];
}

/** A zone that is UTC under any of its names has a form of its own, and needs no rules. */
export function isUtc(timeZone: string): boolean {
  return /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu|Greenwich|GMT[+-]?0)$/i.test(timeZone);
}
