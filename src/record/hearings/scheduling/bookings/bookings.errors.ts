import { broken, DomainError, notFound } from '#src/foundation/common/index.js';
import type { Conflict } from './conflict.js';

/** The most complaints in one answer; the conflicts of a hearing are listed whole. */
const TOLD = 100;

/** `errors` has an entry for each conflict, with what an acknowledgement of it names. */
export const doubleBooked = (conflicts: readonly Conflict[]): DomainError =>
  new DomainError(
    'conflict',
    'DOUBLE_BOOKED',
    'A room or a person is taken up by another hearing at the same time. Change one of the two, or acknowledge it.',
    {
      errors: conflicts.slice(0, TOLD).map(({ kind, key, other }) => ({
        pointer: '',
        code: `${kind.toUpperCase()}_BOOKED`,
        detail: `otherHearingId ${other.hearingId} key ${key}`,
      })),
    },
  );

export const acknowledgementNotFound = (): DomainError =>
  notFound('ACKNOWLEDGEMENT_NOT_FOUND', 'acknowledgement of this hearing');

export const sameHearing = (): DomainError =>
  broken('SAME_HEARING', '/otherHearingId', 'A hearing does not get in its own way.');

export const notBookedThere = (): DomainError =>
  broken('NOT_BOOKED', '/key', 'The other hearing takes up no room or person of this key.');
