import { DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const minutesNotFound = (): DomainError => notFound('MINUTES_NOT_FOUND', 'minutes of this hearing');

export const minutesTooEarly = (status: string): DomainError =>
  notReady('MINUTES_TOO_EARLY', `A hearing that is ${status} has no minutes yet: adjourn it first.`);

export const minutesNeeded = (status: 'minutes_draft' | 'minutes_approved'): DomainError =>
  notReady(
    'MINUTES_NEEDED',
    status === 'minutes_draft'
      ? 'There are no minutes: make their first version, and the hearing moves on by itself.'
      : 'No minutes were approved: approve a version by a motion, and the hearing moves on by itself.',
  );

export const recordApproved = (): DomainError =>
  notReady(
    'RECORD_APPROVED',
    'The minutes of this were approved, and the record stands as it was approved. Have a corrected version of the minutes approved instead.',
  );

export const noOpenBook = (): DomainError =>
  notReady('NO_OPEN_BOOK', 'A hearing behind closed doors has a closed minute book alone.');

export const hearingNotPublic = (): DomainError =>
  notReady(
    'HEARING_NOT_PUBLIC',
    'The open minutes are made from what the public reads, and it does not read this hearing. Wait for the end of the embargo, or write them by hand.',
  );

/** Whoever lost the race merges: the text that was sent is nowhere kept. */
export const minutesMoved = (newest: { version: number; by: string; at: Date } | null): DomainError =>
  new DomainError(
    'conflict',
    'MINUTES_MOVED',
    newest
      ? `The newest version is ${newest.version}. Compare yours with it, then send the merged text based on it.`
      : 'There is no version yet that this could be based on.',
    {
      errors: newest
        ? [
            {
              pointer: '/basedOn',
              code: 'CHANGED',
              detail: `changed by ${newest.by} at ${newest.at.toISOString()}`,
            },
          ]
        : [{ pointer: '/basedOn', code: 'UNKNOWN_REFERENCE', detail: 'names no version of this book' }],
    },
  );
