import type { Actor } from '../rules/index.js';

export const SCOPES = [
  'commission:read',
  'commission:write',
  'hearings:read',
  'hearings:write',
  'testimonies:read',
  'testimonies:write',
  'search:read',
] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * How far a key reaches: with this scope, with any key, or never, because only a person who has just signed in
 * with a second factor may (accounts, the log).
 */
export type Reach = Scope | 'any' | 'session';

/** A key without scopes may all that its roles may and a key can. */
export function reaches(actor: Actor, reach: Reach): boolean {
  if (reach === 'session') return actor.via !== 'key';
  return reach === 'any' || actor.scopes.length === 0 || actor.scopes.includes(reach);
}
