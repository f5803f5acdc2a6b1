import { broken, DomainError } from '#src/foundation/common/index.js';

/** One answer for a token that never was, was used, ran out, or whose account is closed. */
export const tokenInvalid = (): DomainError =>
  broken('TOKEN_INVALID', '/token', 'opens nothing: it is wrong, was used, or ran out');

export const passwordWrong = (): DomainError =>
  broken('PASSWORD_WRONG', '/currentPassword', 'is not your password');
