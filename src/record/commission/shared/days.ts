import { broken, type DomainError } from '#src/foundation/common/index.js';

/** 422: a span of days ends before it begins. */
const daysReversed = (pointer: string): DomainError =>
  broken('DAYS_REVERSED', pointer, 'The last day lies before the first.');

/** Both days inclusive; an absent one is open. `pointer` is the field of the last day. */
export function assertDays(first: string | null, last: string | null, pointer: string): void {
  // Days of four-digit years stand in the order of their text.
  if (first !== null && last !== null && last < first) throw daysReversed(pointer);
}
