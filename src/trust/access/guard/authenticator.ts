import type { Request } from 'express';
import type { Actor } from '../rules/index.js';

/** What `access` asks and `trust/accounts` answers: who sends a request. */
export interface Authenticator {
  /**
   * The public if the request brings neither a key nor a session.
   *
   * @throws DomainError 401 KEY_INVALID; 403 CSRF for a session's write that another site may have sent
   */
  authenticate(request: Request): Promise<Actor>;
}

export const AUTHENTICATOR = Symbol('Authenticator');
