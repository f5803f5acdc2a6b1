import type { Role } from '#src/trust/access/index.js';
import type { FactorKind } from '../entities/account-factor.entity.js';

/** Roles whose people sign in with a passkey and nothing weaker. */
const PASSKEY_ONLY: readonly Role[] = ['custodian', 'counsel', 'privacy_reviewer'];

/** So many of a kind may one person have: each more is one more that a guess can hit. */
export const MOST: Readonly<Record<FactorKind, number>> = { totp: 3, passkey: 10 };

/** Every role of the staff and the commission asks for a second factor; a program's account has no password. */
export function isCompulsory(roles: readonly Role[]): boolean {
  return roles.some((role) => role !== 'public' && role !== 'integrator');
}

/** Whether a kind is strong enough for somebody's roles. */
export function counts(kind: FactorKind, roles: readonly Role[]): boolean {
  return kind === 'passkey' || !needsPasskey(roles);
}

export function needsPasskey(roles: readonly Role[]): boolean {
  return roles.some((role) => PASSKEY_ONLY.includes(role));
}

/**
 * The kinds that are asked for at signing in, of those that somebody has. Whoever has none that counts (their roles
 * grew) shows what they have, and then sets up one that counts: a password alone must never be enough for that. Once
 * they have one that counts, nothing weaker is taken.
 */
export function offered(has: readonly FactorKind[], roles: readonly Role[]): FactorKind[] {
  const kinds = [...new Set(has)].toSorted();
  const counting = kinds.filter((kind) => counts(kind, roles));
  return counting.length > 0 ? counting : kinds;
}

export interface OwnedFactor {
  readonly id: string;
  readonly kind: FactorKind;
}

/** Whether without `id` somebody would be left without a factor that their roles ask for. `confirmed` are all they have. */
export function isLast(id: string, confirmed: readonly OwnedFactor[], roles: readonly Role[]): boolean {
  if (!isCompulsory(roles)) return false;
  const counting = confirmed.filter(({ kind }) => counts(kind, roles));
  return counting.length === 1 && counting[0]?.id === id;
}
