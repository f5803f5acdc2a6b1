import type { Role } from './rules.js';

/** A matter somebody has stepped back from, while it lasts. */
export interface Recusal {
  readonly matter: string;
  readonly from: Date;
  /** null: until further notice. */
  readonly until: Date | null;
}

/** Who is asking. */
export interface Actor {
  /** null for the public. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What the key may be used for; empty is all that the roles may. */
  readonly scopes: readonly string[];
  readonly recusals: readonly Recusal[];
}

/** Anybody, not signed in. */
export const PUBLIC_ACTOR: Actor = { id: null, name: 'public', roles: [], scopes: [], recusals: [] };

/** The matters that count at this moment. */
export function recusedMatters(actor: Actor, now: Date): string[] {
  return actor.recusals
    .filter((recusal) => recusal.from <= now && (recusal.until === null || now < recusal.until))
    .map((recusal) => recusal.matter);
}
