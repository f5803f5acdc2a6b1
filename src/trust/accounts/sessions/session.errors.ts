import { DomainError, notFound } from '#src/foundation/common/index.js';

/** One answer for an address that nobody has, a wrong password and an account that is closed. */
export const credentialsWrong = (): DomainError =>
  new DomainError('unauthenticated', 'CREDENTIALS_WRONG', 'The address or the password is wrong.');

export const secondFactorWrong = (): DomainError =>
  new DomainError('unauthenticated', 'SECOND_FACTOR_WRONG', 'The second factor was not accepted.');

/** The account can be changed only by somebody who has just shown that it is theirs. */
export const proofTooOld = (): DomainError =>
  new DomainError('forbidden', 'PROOF_TOO_OLD', 'Sign in again first: the last proof is too long ago.');

export const sessionNotFound = (): DomainError => notFound('SESSION_NOT_FOUND', 'session of yours');
