import { Temporal } from 'temporal-polyfill';
import type { PublicMeeting, PublicSession } from './public-meeting.js';

/**
 * The parts that a meeting is planned in, on its days by its own clock; none where it is one, which its own times tell.
 * What is planned on another day is left from before a rescheduling.
 */
export function plannedSessions({ sessions, startsAt, endsAt, timeZone }: PublicMeeting): PublicSession[] {
  const dayOf = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const [first, last] = [dayOf(startsAt), dayOf(endsAt ?? startsAt)];
  const planned = sessions.filter((session) => {
    const day = dayOf(session.startsAt);
    return day >= first && day <= last;
  });
  return planned.length > 1 ? planned : [];
}
