import { Temporal } from 'temporal-polyfill';
import { contentLine, textLine } from './ical-text.js';
import { basicForm } from './wall-clock.js';

const MARGIN_DAYS = 400;
const MARGIN = MARGIN_DAYS * 86_400_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A VTIMEZONE with one observance for each change of the clock within a year and more of any of the moments, and the
 * one in force before. No recurrence is claimed: a law may change the rules after the last of them, as it did before.
 */
export function timeZoneComponent(timeZone: string, moments: readonly Date[]): string {
  const names = clockNames(timeZone);
  const onsets = spansAround(moments).flatMap((span) => changesIn(timeZone, span));
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', timeZone),
    ...onsets.map(({ start, before }) => observance(start, before, names(start))),
    contentLine('END', 'VTIMEZONE'),
  ].join('');
}

/** Without the centuries between a meeting and one whose year was mistyped. */
function spansAround(moments: readonly Date[]): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const moment of moments.map((each) => each.getTime()).toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && moment - MARGIN <= last.to) last.to = moment + MARGIN;
    else spans.push({ from: moment - MARGIN, to: moment + MARGIN });
  }
  return spans;
}

interface Onset {
  readonly start: Temporal.ZonedDateTime;
  /** The offset of the clock until then. */
  readonly before: string;
}

function changesIn(timeZone: string, { from, to }: Span): Onset[] {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const inForce = start.getTimeZoneTransition('previous');
  const onsets: Onset[] = inForce ? [] : [{ start, before: start.offset }];
  let change = inForce ?? start.getTimeZoneTransition('next');
  while (change !== null && change.epochMilliseconds <= to) {
    onsets.push({ start: change, before: change.subtract({ nanoseconds: 1 }).offset });
    change = change.getTimeZoneTransition('next');
  }
  return onsets;
}

/** What the clock shows from `start` on; the start itself is told by the clock before it (RFC 5545, 3.6.5). */
function observance(start: Temporal.ZonedDateTime, before: string, { kind, name }: ClockName): string {
  const onset = start
    .withTimeZone('UTC')
    .toPlainDateTime()
    .add({ seconds: secondsOf(before) });
  return [
    contentLine('BEGIN', kind),
    contentLine('DTSTART', basicForm(onset)),
    contentLine('TZOFFSETFROM', offsetForm(before)),
    contentLine('TZOFFSETTO', offsetForm(start.offset)),
    textLine('TZNAME', name),
    contentLine('END', kind),
  ].join('');
}

/** `-07:00` as `-0700`; where a zone once kept seconds, with them. */
function offsetForm(offset: string): string {
  return offset.replaceAll(':', '');
}

function secondsOf(offset: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

interface ClockName {
  readonly kind: 'DAYLIGHT' | 'STANDARD';
  readonly name: string;
}

/** Whether the clock is somebody's summer time, and its short name. */
function clockNames(timeZone: string): (start: Temporal.ZonedDateTime) => ClockName {
  const format = (timeZoneName: 'short' | 'long') =>
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName });
  const [short, long] = [format('short'), format('long')];
  return (start) => ({
    kind: /Daylight|Summer/.test(nameIn(long, start)) ? 'DAYLIGHT' : 'STANDARD',
    name: nameIn(short, start),
  });
}

function nameIn(format: Intl.DateTimeFormat, start: Temporal.ZonedDateTime): string {
  const parts = format.formatToParts(start.epochMilliseconds);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
