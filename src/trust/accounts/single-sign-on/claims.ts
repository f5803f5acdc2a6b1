import type { Role } from '#src/trust/access/index.js';
import { emailKeyOf } from '../shared/email-address.js';

/** What of a provider's word on somebody counts here. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  /** null unless the provider has verified it. */
  readonly email: string | null;
  readonly groups: readonly string[];
}

/**
 * Roles that groups may give. Whoever reaches protected records, or runs the system, is named here, by two people,
 * and not by whoever keeps the groups of another house.
 */
export const GROUP_ROLES: readonly Role[] = ['clerk', 'commissioner', 'chair'];

const ASCII = /^[\x21-\x7e]+@[\x21-\x7e]+$/;

export function claimsOf(token: Readonly<Record<string, unknown>>, groupsClaim: string): Claims {
  const text = (name: string): string | null => {
    const value = token[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const email = token['email_verified'] === true ? text('email') : null;
  const groups = token[groupsClaim];
  return {
    issuer: text('iss') ?? '',
    subject: text('sub') ?? '',
    name: (text('name') ?? text('preferred_username') ?? text('sub') ?? '').slice(0, 200),
    email: email !== null && ASCII.test(email) && email.length <= 254 ? emailKeyOf(email) : null,
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
  };
}

/** The roles that somebody's groups stand for; a role that no group may give is left out. */
export function rolesOf(groups: readonly string[], map: Readonly<Record<string, string>>): Role[] {
  const named = groups.flatMap((group) => (Object.hasOwn(map, group) ? [map[group]] : []));
  return GROUP_ROLES.filter((role) => named.includes(role));
}
