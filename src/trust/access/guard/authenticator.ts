import type { Actor } from '../rules/index.js';

/**
 * What `access` asks and `trust/accounts` answers: whom a credential stands for. null: a credential that is
 * unknown, expired or revoked.
 */
export interface Authenticator {
  authenticate(authorization: string): Promise<Actor | null>;
}

export const AUTHENTICATOR = Symbol('Authenticator');
