import { Temporal } from 'temporal-polyfill';
import type { HearingStatus } from '#src/record/hearings/index.js';
import { hearingUrl } from '../shared/public-address.js';
import { plannedSessions } from '../shared/planned-sessions.js';
import type { PublicMeeting, PublicPlace } from '../shared/public-meeting.js';
import type { EventPlaceDto, HearingEventDto } from './event.dto.js';

const SCHEMA = 'https://schema.org';

const STATUS: Readonly<Partial<Record<HearingStatus, string>>> = {
  postponed: 'EventPostponed',
  rescheduled: 'EventRescheduled',
  cancelled: 'EventCancelled',
};

/** The meeting as linked data, its fields listed by hand. */
export function meetingEvent(meeting: PublicMeeting, commission: string, address: string): HearingEventDto {
  const url = hearingUrl(address, meeting.id);
  const local = (at: number) => localTime(at, meeting.timeZone);
  const physical = physicalPlaces(meeting);
  const virtual = meeting.places.flatMap(virtualPlace);
  const sessions = plannedSessions(meeting);
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': url,
    name: meeting.title,
    ...(meeting.description !== null && { description: meeting.description }),
    url,
    startDate: local(meeting.startsAt),
    ...(meeting.endsAt !== null && { endDate: local(meeting.endsAt) }),
    ...(meeting.previousStarts.length > 0 && { previousStartDate: meeting.previousStarts.map(local) }),
    eventStatus: `${SCHEMA}/${STATUS[meeting.status] ?? 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/${attendance(physical.length > 0, virtual.length > 0)}EventAttendanceMode`,
    location: [...physical, ...virtual],
    inLanguage: [...new Set([meeting.language, ...meeting.languages])],
    isAccessibleForFree: true,
    ...(sessions.length > 0 && {
      subEvent: sessions.map(({ name, startsAt, endsAt }) => ({
        '@type': 'Event' as const,
        name,
        startDate: local(startsAt),
        endDate: local(endsAt),
      })),
    }),
    ...(commission !== '' && {
      organizer: { '@type': 'Organization', name: commission },
      superEvent: {
        '@type': 'EventSeries',
        name: `Hearings: ${commission}`,
        url: `${address}/api/v1/hearings.ics`,
      },
    }),
  };
}

function attendance(physical: boolean, virtual: boolean): string {
  if (physical && virtual) return 'Mixed';
  return virtual ? 'Online' : 'Offline';
}

function physicalPlaces({ venueName, venueRoom, venueAddress, places }: PublicMeeting): EventPlaceDto[] {
  const venue = { name: venueName, room: venueRoom, address: venueAddress };
  return [venue, ...places.filter(({ kind }) => kind !== 'remote')].flatMap(({ name, room, address }) =>
    name === null
      ? []
      : [
          {
            '@type': 'Place',
            name: room === null ? name : `${name}, ${room}`,
            ...(address !== null && { address }),
          },
        ],
  );
}

function virtualPlace({ name, url }: PublicPlace): EventPlaceDto[] {
  return url === null ? [] : [{ '@type': 'VirtualLocation', name, url }];
}

function localTime(at: number, timeZone: string): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
