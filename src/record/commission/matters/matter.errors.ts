import { broken, DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const matterNotFound = (): DomainError => notFound('MATTER_NOT_FOUND', 'matter');
export const recusalNotFound = (): DomainError =>
  notFound('RECUSAL_NOT_FOUND', 'recusal of this commissioner');

export const alreadyRecused = (): DomainError =>
  notReady('RECUSED_ALREADY', 'The person is recused from this matter in that time.');

export const recusalReversed = (): DomainError =>
  broken('RECUSAL_REVERSED', '/endsAt', 'A recusal ends after it begins.');

/** Decided by the caller's own account alone: it looks up nothing. */
export const notYourRecusal = (): DomainError =>
  new DomainError('forbidden', 'RECUSAL_NOT_YOURS', 'A member enters their own recusals; a clerk anybody’s.');
