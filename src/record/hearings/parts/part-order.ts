import { createHash } from 'node:crypto';
import { DomainError, type FieldError, uuidOf } from '#src/foundation/common/index.js';

/** The whole order of a hearing's parts of one kind is a thing of its own in the log, under an id that follows from both. */
export function orderIdOf(hearingId: string, table: string): string {
  return uuidOf(`${hearingId}/${table}/order`);
}

/** What the tag of an order says: which parts there are, and in which order. */
export function orderRevisionOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);
}

/** @throws DomainError 422 ORDER_NOT_WHOLE with a pointer for each id that does not fit, and one for those left out */
export function assertWhole(there: readonly string[], wanted: readonly string[]): void {
  const known = new Set(there);
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  wanted.forEach((id, at) => {
    const pointer = `/itemIds/${at}`;
    if (seen.has(id)) errors.push({ pointer, code: 'DUPLICATE', detail: 'stands further up already' });
    else if (!known.has(id)) {
      errors.push({ pointer, code: 'UNKNOWN_REFERENCE', detail: 'names no record that fits here' });
    }
    seen.add(id);
  });
  const missing = there.filter((id) => !seen.has(id));
  if (missing.length > 0) {
    errors.push({ pointer: '/itemIds', code: 'LEFT_OUT', detail: `also name ${missing.join(', ')}` });
  }
  if (errors.length === 0) return;
  const detail = 'The order names every one of the hearing once, and nothing else.';
  throw new DomainError('rule', 'ORDER_NOT_WHOLE', detail, { errors });
}
