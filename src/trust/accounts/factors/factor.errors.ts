import { broken, DomainError, invalid, notFound, notReady } from '#src/foundation/common/index.js';

export const factorNotFound = (): DomainError => notFound('FACTOR_NOT_FOUND', 'factor of yours');

/** Only a session in which signing in has come so far, or is done, reaches one's factors. */
export const notSoFar = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'SECOND_FACTOR_REQUIRED',
    'Signing in is not finished: the second factor is missing.',
  );

export const noFactorAsked = (): DomainError =>
  notReady('SECOND_FACTOR_NOT_ASKED', 'This session does not wait for a second factor.');

export const notOneProof = (): DomainError =>
  invalid([{ pointer: '', code: 'ONE_OF', detail: 'exactly one proof must be given' }]);

/** Set up in another session since this one began: it has to be shown now, not gone around. */
export const enrolmentOver = (): DomainError =>
  notReady('ENROLMENT_OVER', 'A factor has been set up since. Sign in again and show it.');

export const factorTooWeak = (): DomainError =>
  broken('FACTOR_TOO_WEAK', '/kind', 'does not count for your roles: they ask for a passkey');

export const tooManyFactors = (): DomainError =>
  notReady('FACTORS_FULL', 'You have as many of this kind as one person may. Remove one first.');

export const factorConfirmed = (): DomainError =>
  notReady('FACTOR_CONFIRMED', 'It is confirmed already; its secret is shown no more.');

export const factorNotProved = (pointer: '/totp' | '/passkey'): DomainError =>
  broken(
    'FACTOR_NOT_PROVED',
    pointer,
    pointer === '/totp'
      ? 'is not the code that this factor shows now'
      : 'was not accepted; enrol the passkey anew',
  );

export const lastFactor = (): DomainError =>
  notReady('LAST_FACTOR', 'Your roles ask for a second factor, and this is the last that counts.');

export const noPasskey = (): DomainError =>
  notReady('NO_PASSKEY', 'No passkey can be given as the second factor here.');

/** WebAuthn knows hosts by their name only, and without TLS only this machine's own. */
export const passkeysUnavailable = (): DomainError =>
  notReady(
    'PASSKEYS_UNAVAILABLE',
    'Passkeys need a host with a name: PUBLIC_URL of this server, or localhost in the address.',
  );
