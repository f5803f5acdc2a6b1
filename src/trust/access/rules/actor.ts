import type { Role } from './rules.js';

/** A matter somebody has stepped back from, while it lasts. */
export interface Recusal {
  readonly matter: string;
  readonly from: Date;
  /** null: until further notice. */
  readonly until: Date | null;
}

/**
 * By what somebody is known: nothing, an API key, a browser's session, or the program itself (command line, jobs).
 * `sign_in` is a session whose second factor is still to come: it may finish signing in and nothing else.
 */
export type Via = 'nobody' | 'key' | 'session' | 'sign_in' | 'program';

/** Who is asking. */
export interface Actor {
  readonly via: Via;
  /** null for the public. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What the key may be used for; empty is all that the roles may. */
  readonly scopes: readonly string[];
  readonly recusals: readonly Recusal[];
}

/** Anybody, not signed in. */
export const PUBLIC_ACTOR: Actor = {
  via: 'nobody',
  id: null,
  name: 'public',
  roles: [],
  scopes: [],
  recusals: [],
};

/** The matters that count at this moment. */
export function recusedMatters(actor: Actor, now: Date): string[] {
  return actor.recusals
    .filter((recusal) => recusal.from <= now && (recusal.until === null || now < recusal.until))
    .map((recusal) => recusal.matter);
}
