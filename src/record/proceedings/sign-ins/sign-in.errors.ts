import { type DomainError, notFound } from '#src/foundation/common/index.js';

export const signInNotFound = (): DomainError => notFound('SIGN_IN_NOT_FOUND', 'sign-in of this hearing');
