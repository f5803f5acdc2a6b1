import { createHash } from 'node:crypto';
import type { BookingKind } from './booking-kind.js';

/** Something or somebody that a hearing takes up while it lasts. */
export interface Booking {
  readonly kind: BookingKind;
  /** For clerks: which room, or who. */
  readonly subject: string;
  readonly personId: string | null;
  /** The same text for the same room or name, however it is typed; null where only the person tells. */
  readonly name: string | null;
  /** They are expected because nobody in particular is: the hearing has no roster. */
  readonly bench?: true;
}

export const WHOLE_BENCH = 'The whole bench';

/** The first key that two bookings share, or null: they are not the same room or person. */
export function sharedKey(one: Booking, other: Booking): string | null {
  if (one.kind === 'room' || other.kind === 'room') {
    return one.kind === other.kind && one.name === other.name ? nameKey(one) : null;
  }
  // One person cannot sit in one hearing and speak in another. Two who merely share a name can.
  if (one.personId !== null && other.personId !== null) {
    if (one.personId !== other.personId) return null;
    // One clash and not a dozen, where it is the bench that cannot sit twice.
    return isBench(one) && isBench(other) ? BENCH_KEY : personKey(one.personId);
  }
  return one.kind === other.kind && one.name !== null && one.name === other.name ? nameKey(one) : null;
}

/** Every key by which another booking could meet this one. */
export function keysOf(booking: Booking): string[] {
  return [
    ...(booking.personId === null ? [] : [personKey(booking.personId)]),
    ...(booking.name === null ? [] : [nameKey(booking)]),
    ...(isBench(booking) ? [BENCH_KEY] : []),
  ];
}

/** Whether a key is of the bench as a whole. */
export const isBenchKey = (key: string): boolean => key === BENCH_KEY;

export const isBench = ({ bench }: Booking): boolean => bench === true;

export const roomOf = (room: { name: string; address: string | null; room: string | null }): Booking => ({
  kind: 'room',
  subject: [room.name, room.room].filter((text) => text !== null).join(', '),
  personId: null,
  name: folded(room.name, room.address, room.room),
});

export const linkOf = (place: { name: string; link: string }): Booking => ({
  kind: 'room',
  subject: place.name,
  personId: null,
  name: folded('link', place.link),
});

export const personOf = (
  kind: BookingKind,
  person: { personId: string | null; name: string | null; organisation?: string | null },
): Booking => ({
  kind,
  subject: person.name ?? '',
  personId: person.personId,
  name: person.name === null ? null : folded(person.name, person.organisation ?? null),
});

export const memberOf = (person: { personId: string | null; name: string | null }): Booking => ({
  ...personOf('commissioner', person),
  bench: true,
});

function folded(...texts: (string | null)[]): string {
  return JSON.stringify(
    texts.map((text) => (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()),
  );
}

const personKey = (personId: string): string => digest('person', personId);
const nameKey = ({ kind, name }: Booking): string => digest(kind, name ?? '');

/** A key stands in refusals, which hold no word of a record. */
function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}

const BENCH_KEY = digest('bench');
