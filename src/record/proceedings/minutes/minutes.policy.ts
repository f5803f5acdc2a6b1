import { broken } from '#src/foundation/common/index.js';
import type { HearingKind, HearingStatus } from '#src/record/hearings/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import { isOver } from '../quorum/held.js';
import { minutesTooEarly, noOpenBook } from './minutes.errors.js';
import type { MinutesBook, MinutesStatus } from './minutes-words.js';

const IN_PUBLIC: readonly HearingKind[] = ['public_hearing', 'regional_summit'];

/** A draft is the commission's, what was approved the public's; the closed minute book is never anybody else's. */
export function labelOfMinutes({ book, status }: { book: MinutesBook; status: MinutesStatus }): OwnLabel {
  return ordinary(book === 'open' && status !== 'draft' ? 'public' : 'chamber');
}

/** The book whose first version and first approval move the hearing on. */
export function mainBookOf(kind: HearingKind): MinutesBook {
  return IN_PUBLIC.includes(kind) ? 'open' : 'closed';
}

/** @throws DomainError 409 when such a hearing has no such book, or not yet */
export function assertMinutable(
  hearing: { kind: HearingKind; status: HearingStatus },
  book: MinutesBook,
): void {
  if (!isOver(hearing.status)) throw minutesTooEarly(hearing.status);
  if (book === 'open' && mainBookOf(hearing.kind) === 'closed') throw noOpenBook();
}

export interface NewText {
  readonly body?: string | undefined;
  readonly generate?: boolean | undefined;
  readonly basedOn?: string | null | undefined;
  readonly reason?: string | null | undefined;
}

/** @throws DomainError 422 for a text that is both given and made, or neither, or that follows another without a reason */
export function assertNewText({ body, generate, basedOn, reason }: NewText): void {
  if ((body !== undefined) === (generate === true)) {
    throw broken('BODY_OR_GENERATE', '/body', 'Give the whole text, or have it generated: one of the two.');
  }
  if (basedOn != null && reason == null) {
    throw broken('REASON_REQUIRED', '/reason', 'Say why this version follows the one it is based on.');
  }
}
