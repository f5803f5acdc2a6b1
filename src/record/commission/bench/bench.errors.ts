import { broken, DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const postNotFound = (): DomainError => notFound('POST_NOT_FOUND', 'post');
export const termNotFound = (): DomainError => notFound('TERM_NOT_FOUND', 'term of this commissioner');
export const commissionerNotFound = (): DomainError => notFound('COMMISSIONER_NOT_FOUND', 'commissioner');

/** `termId`: the term that stands there, for a clerk to end or to look at. */
export const postTaken = (termId?: string): DomainError =>
  inTheWay('POST_TAKEN', 'The post has a member in these days.', '/postId', termId);

export const actingNotVacant = (termId: string): DomainError =>
  inTheWay('ACTING_NOT_VACANT', 'Nobody acts in a post that is filled in these days.', '/acting', termId);

export const termOverlaps = (): DomainError =>
  notReady('TERM_OVERLAPS', 'The person already holds a seat in these days.');

export const chairProvided = (): DomainError =>
  notReady('CHAIR_PROVIDED', 'Another post of a chair is provided for in these days.');

export const postFilled = (): DomainError =>
  notReady('POST_FILLED', 'A term in this post reaches beyond these days. End it first.');

export const sectorEnded = (pointer: string): DomainError =>
  broken('SECTOR_ENDED', pointer, "The seat's sector ends before that day.");

export const postEnded = (pointer: string): DomainError =>
  broken('POST_ENDED', pointer, 'The post is not provided for in these days.');

export const notOfThisKind = (pointer: string, detail: string): DomainError =>
  broken('POST_KIND', pointer, detail);

export const personUnlisted = (pointer: string): DomainError =>
  broken(
    'PERSON_UNLISTED',
    pointer,
    'Who sits on a public body or holds its office is public: list them first.',
  );

export const endReasonAlone = (): DomainError =>
  broken('END_REASON_ALONE', '/endReason', 'A term that goes on has no reason to end.');

export const successionOrder = (): DomainError =>
  broken('SUCCESSION_ORDER', '/succeedsId', 'The term it succeeds ends before it begins.');

function inTheWay(code: string, detail: string, pointer: string, termId?: string): DomainError {
  const errors = termId === undefined ? [] : [{ pointer, code, detail: `term ${termId} stands there` }];
  return new DomainError('conflict', code, detail, { errors });
}
