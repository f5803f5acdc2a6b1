import { DomainError, notFound } from '#src/foundation/common/index.js';

export const singleSignOnOff = (): DomainError => notFound('SINGLE_SIGN_ON_OFF', 'single sign-on here');

/** It can be tried again, and whoever has a password needs no provider. */
export const providerUnavailable = (): DomainError =>
  new DomainError(
    'unavailable',
    'PROVIDER_UNAVAILABLE',
    'The single sign-on provider does not answer. Try again, or sign in with a password.',
    { headers: { 'Retry-After': '30' } },
  );

/** An answer that belongs to no question of this browser, was used before, or does not bear looking at. */
export const answerRefused = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'SINGLE_SIGN_ON_REFUSED',
    'The provider’s answer was not accepted. Begin again.',
  );

/** The provider knows the person; the commission does not. */
export const notAMember = (): DomainError =>
  new DomainError(
    'forbidden',
    'NOT_A_MEMBER',
    'This account of the provider has no place here. Ask an administrator.',
  );
