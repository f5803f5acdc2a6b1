import { Permission, REACH_OF, type Role, rolesGrant, SCOPES, type Scope } from '#src/trust/access/index.js';

/** Roles that a key can act in: what is protected, and the system itself, are for people who have just signed in. */
export const KEY_ROLES: readonly Role[] = ['clerk', 'commissioner', 'chair', 'integrator'];

/** The scopes that let a key do something: reading, which anybody may, and what one of the roles may write. */
export function scopesFor(roles: readonly Role[]): Scope[] {
  const usable = roles.filter((role) => KEY_ROLES.includes(role));
  const permissions = Object.values(Permission);
  return SCOPES.filter(
    (scope) =>
      scope.endsWith(':read') ||
      permissions.some((permission) => REACH_OF[permission] === scope && rolesGrant(usable, permission)),
  );
}

/** A key that is not renewed ends within a year. */
export const LONGEST_DAYS = 366;

/** How long the former key may go on beside the one that takes its place. */
export const OVERLAP_HOURS = { most: 168, usual: 24 } as const;
