import { DomainError } from '#src/foundation/common/index.js';
import type { Permission } from './permission.js';

export const credentialsRequired = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'KEY_REQUIRED',
    'This needs a key (Authorization: Bearer ...) or a session.',
    { headers: { 'WWW-Authenticate': 'Bearer realm="hearth"' } },
  );

export const secondFactorRequired = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'SECOND_FACTOR_REQUIRED',
    'Signing in is not finished: the second factor is missing.',
  );

export const permissionMissing = (permission: Permission): DomainError =>
  new DomainError('forbidden', 'FORBIDDEN', `This needs the permission ${permission}.`);

export const scopeMissing = (scope: string): DomainError =>
  new DomainError('forbidden', 'SCOPE_MISSING', `The key's scopes leave out ${scope}.`);

/** No key reaches it: only a person who signed in. */
export const sessionRequired = (): DomainError =>
  new DomainError('forbidden', 'SESSION_REQUIRED', 'No key can do this: sign in.');

export const openToNobody = (): DomainError =>
  new DomainError('forbidden', 'FORBIDDEN', 'This is not open to anybody.');
