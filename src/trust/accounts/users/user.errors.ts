import { type DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const userNotFound = (): DomainError => notFound('USER_NOT_FOUND', 'user');

export const emailTaken = (): DomainError => notReady('EMAIL_TAKEN', 'Another account has this address.');

export const alreadyAccepted = (): DomainError =>
  notReady(
    'ALREADY_ACCEPTED',
    'The invitation was accepted: whoever forgot the password asks for a new one.',
  );

export const accountDisabled = (): DomainError => notReady('ACCOUNT_DISABLED', 'The account is disabled.');

export const notAccepted = (): DomainError =>
  notReady('NOT_ACCEPTED', 'The invitation was not accepted yet: accepting it makes the account active.');

/** Whoever could turn the address of a trusted account to themself would be two people at once. */
export const addressHeld = (): DomainError =>
  notReady(
    'ADDRESS_HELD',
    'The account has a sensitive role, or one is asked for: take that back first, and ask for it again afterwards.',
  );
