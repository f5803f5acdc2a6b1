import type { HearingStatus } from '#src/record/hearings/index.js';
import { plannedSessions } from '../shared/planned-sessions.js';
import type { PublicMeeting, PublicPlace } from '../shared/public-meeting.js';
import { contentLine, CONTROLS, textLine } from './ical-text.js';
import { timeProperty, utcForm, zoned } from './wall-clock.js';

/** Where a meeting is found, and the right side of its id. */
export interface Address {
  readonly host: string;
  readonly url: string;
}

const STATUS: Partial<Record<HearingStatus, string>> = { postponed: 'TENTATIVE', cancelled: 'CANCELLED' };
const CHANGED: Partial<Record<HearingStatus, string>> = {
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
};

export function eventComponent(meeting: PublicMeeting, { host, url }: Address): string {
  const { id, title, status, sequence, timeZone, language } = meeting;
  const modified = utcForm(new Date(meeting.updatedAt));
  const starts = new Date(meeting.startsAt);
  const location = [meeting.venueName, meeting.venueRoom, meeting.venueAddress];
  return [
    contentLine('BEGIN', 'VEVENT'),
    textLine('UID', `${id}@${host}`),
    contentLine('SEQUENCE', String(sequence)),
    contentLine('DTSTAMP', modified),
    contentLine('CREATED', utcForm(new Date(meeting.createdAt))),
    contentLine('LAST-MODIFIED', modified),
    contentLine(...timeProperty('DTSTART', starts, timeZone)),
    ...endOf(meeting),
    contentLine('STATUS', STATUS[status] ?? 'CONFIRMED'),
    ...(status in STATUS ? [contentLine('TRANSP', 'TRANSPARENT')] : []),
    textLine(`SUMMARY;LANGUAGE=${language}`, title),
    ...optional('LOCATION', told(location)),
    ...optional('DESCRIPTION', description(meeting, url)),
    // One line each: readers part a list at a comma that a backslash of the word before only seems to escape.
    ...categories(meeting).map((category) => textLine('CATEGORIES', category)),
    contentLine('URL', url),
    ...meeting.places.flatMap(conference),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** An end is later than the start, or is left out. */
function endOf({ startsAt, endsAt, timeZone }: PublicMeeting): string[] {
  if (endsAt === null || Math.floor(endsAt / 1000) <= Math.floor(startsAt / 1000)) return [];
  return [contentLine(...timeProperty('DTEND', new Date(endsAt), timeZone))];
}

function optional(name: string, text: string): string[] {
  return text === '' ? [] : [textLine(name, text)];
}

const told = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ');

function description(meeting: PublicMeeting, url: string): string {
  const change = CHANGED[meeting.status];
  return [
    change && (meeting.reason === null ? `${change}.` : `${change}: ${meeting.reason}`),
    meeting.description,
    meeting.contentNote,
    meeting.venueAccessibility,
    meeting.venueParking,
    sessionLines(meeting),
    meeting.places.map(placeLine).join('\n'),
    url,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function placeLine({ name, room, address, url, dialIn }: PublicPlace): string {
  return told([name, room, address, url, dialIn]);
}

function sessionLines(meeting: PublicMeeting): string {
  const clock = (at: number) =>
    zoned(new Date(at), meeting.timeZone).toString().slice(0, 16).replace('T', ' ');
  return plannedSessions(meeting)
    .map(({ name, startsAt, endsAt }) => {
      const [from, until] = [clock(startsAt), clock(endsAt)];
      const isSameDay = from.slice(0, 10) === until.slice(0, 10);
      return `${name}: ${from} to ${isSameDay ? until.slice(11) : until}`;
    })
    .join('\n');
}

function categories({ kind, zones }: PublicMeeting): string[] {
  const named = kind === 'regional_summit' ? 'Regional summit' : 'Public hearing';
  return [named, ...zones.map(({ number, name }) => `Zone ${number} ${name}`)];
}

/** RFC 7986, 5.11: how to take part from afar. */
function conference({ name, url }: PublicPlace): string[] {
  if (url === null || !URL.canParse(url)) return [];
  return [contentLine(`CONFERENCE;VALUE=URI;LABEL=${quoted(name)}`, new URL(url).href)];
}

/** A parameter's value in quotes (RFC 6868 for what may not stand in them). */
function quoted(text: string): string {
  const safe = text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll(/\r\n?|\n/g, '^n');
  return `"${safe.replaceAll(CONTROLS, '')}"`;
}
