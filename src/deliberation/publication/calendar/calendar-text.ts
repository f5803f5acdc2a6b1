import type { PublicMeeting } from '../shared/public-meeting.js';
import { contentLine, textLine } from './ical-text.js';
import { type Address, eventComponent } from './meeting-event.js';
import { timeZoneComponent } from './time-zone-rules.js';
import { isUtc } from './wall-clock.js';

/** An iCalendar stream (RFC 5545, 7986) of meetings. It is published, so that it has no METHOD: nobody is invited. */
export function calendarText(
  name: string,
  meetings: readonly PublicMeeting[],
  addressOf: (id: string) => Address,
): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Hearth//Hearings//EN'),
    ...(name === '' ? [] : [textLine('NAME', name), textLine('X-WR-CALNAME', name)]),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'),
    contentLine('X-PUBLISHED-TTL', 'PT1H'),
    ...timeZones(meetings),
    ...meetings.map((meeting) => eventComponent(meeting, addressOf(meeting.id))),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function timeZones(meetings: readonly PublicMeeting[]): string[] {
  const moments = new Map<string, Date[]>();
  for (const { timeZone, startsAt, endsAt } of meetings) {
    if (isUtc(timeZone)) continue;
    const of = moments.get(timeZone) ?? moments.set(timeZone, []).get(timeZone)!;
    of.push(new Date(startsAt), new Date(endsAt ?? startsAt));
  }
  return [...moments].map(([timeZone, dates]) => timeZoneComponent(timeZone, dates));
}
