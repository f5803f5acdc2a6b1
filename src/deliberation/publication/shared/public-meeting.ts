import type { HearingKind, HearingStatus } from '#src/record/hearings/index.js';

/** A place of a meeting that the public may go to or dial into. */
export interface PublicPlace {
  readonly kind: 'room' | 'teleconference' | 'remote';
  readonly name: string;
  readonly room: string | null;
  readonly address: string | null;
  readonly url: string | null;
  readonly dialIn: string | null;
}

/** A part of a meeting as it is planned. */
export interface PublicSession {
  readonly name: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A meeting as anybody may know it. Times are milliseconds since 1970. */
export interface PublicMeeting {
  readonly id: string;
  readonly kind: HearingKind;
  readonly title: string;
  readonly description: string | null;
  readonly status: HearingStatus;
  readonly sequence: number;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly timeZone: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly venueName: string | null;
  readonly venueRoom: string | null;
  readonly venueAddress: string | null;
  readonly venueAccessibility: string | null;
  readonly venueParking: string | null;
  readonly contentNote: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly zones: readonly { readonly number: number; readonly name: string }[];
  readonly places: readonly PublicPlace[];
  /** Of a meeting that is postponed, rescheduled or cancelled: why it last was. */
  readonly reason: string | null;
  /** Of a rescheduled one: when it was to start before, the latest first. */
  readonly previousStarts: readonly number[];
  /** The open ones that have a start and an end, in the order of time. */
  readonly sessions: readonly PublicSession[];
}

/** Which meetings; what is null narrows nothing. */
export interface MeetingFilter {
  readonly id: string | null;
  readonly startsFrom: Date | null;
  readonly startsBefore: Date | null;
  readonly zoneId: string | null;
  readonly zoneNumber: number | null;
}
