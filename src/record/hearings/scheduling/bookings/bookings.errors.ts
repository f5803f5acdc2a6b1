import { broken, DomainError, notFound } from '#src/foundation/common/index.js';
import { isBenchKey } from './booking.js';
import type { BookingKind } from './booking-kind.js';
import type { Conflict } from './conflict.js';

/** The most complaints in one answer; the conflicts of a hearing are listed whole. */
const TOLD = 100;

const DETAILS: Readonly<Record<BookingKind, string>> = {
  room: 'Another hearing is in this room at the same time.',
  commissioner: 'Another hearing takes up this commissioner at the same time.',
  witness: 'Another hearing takes up this witness at the same time.',
  interpreter: 'Another hearing takes up this interpreter at the same time.',
};

/** `errors` has an entry for each conflict, with what an acknowledgement of it names. */
export const doubleBooked = (conflicts: readonly Conflict[]): DomainError =>
  new DomainError(
    'conflict',
    'DOUBLE_BOOKED',
    'A room or a person is taken up by another hearing at the same time. Change one of the two, or acknowledge it.',
    {
      errors: conflicts.slice(0, TOLD).map((conflict) => ({
        pointer: '',
        code: `${conflict.kind.toUpperCase()}_BOOKED`,
        detail: detailOf(conflict),
        otherHearingId: conflict.other.hearingId,
        key: conflict.key,
      })),
    },
  );

function detailOf({ kind, key, withBench }: Conflict): string {
  if (isBenchKey(key)) return 'Neither hearing has a roster, and the whole bench cannot sit at both.';
  if (withBench) return 'One of the two hearings has no roster: the whole bench is expected there, them too.';
  return DETAILS[kind];
}

export const acknowledgementNotFound = (): DomainError =>
  notFound('ACKNOWLEDGEMENT_NOT_FOUND', 'acknowledgement of this hearing');

export const sameHearing = (): DomainError =>
  broken('SAME_HEARING', '/otherHearingId', 'A hearing does not get in its own way.');

export const notBookedThere = (): DomainError =>
  broken('NOT_BOOKED', '/key', 'The other hearing takes up no room or person of this key.');
