import { type Role, ROLES } from '#src/trust/access/index.js';
import { isCompulsory, needsPasskey } from '../factors/factor.policy.js';

/** What a person can be given; `public` everybody has. */
export type GivenRole = Exclude<Role, 'public'>;

export const GIVEN_ROLES: readonly GivenRole[] = ROLES.filter((role) => role !== 'public');

/** One person asks for these and another confirms them. */
export const SENSITIVE_ROLES: readonly GivenRole[] = [
  'intake',
  'privacy_reviewer',
  'custodian',
  'counsel',
  'admin',
];

/**
 * No person holds both. Whoever runs the system reads nothing that is protected; whoever holds the keys of the vault
 * does not decide what is taken out of a testimony. The trigger `person_role_pairs` says the same.
 */
export const FORBIDDEN_PAIRS: readonly (readonly [GivenRole, GivenRole])[] = [
  ['admin', 'intake'],
  ['admin', 'privacy_reviewer'],
  ['admin', 'custodian'],
  ['admin', 'counsel'],
  ['admin', 'commissioner'],
  ['admin', 'chair'],
  ['custodian', 'privacy_reviewer'],
];

export const isSensitive = (role: GivenRole): boolean => SENSITIVE_ROLES.includes(role);

export function conflictsIn(roles: readonly GivenRole[]): (readonly [GivenRole, GivenRole])[] {
  return FORBIDDEN_PAIRS.filter((pair) => pair.every((role) => roles.includes(role)));
}

export interface RoleWish {
  readonly held: readonly GivenRole[];
  /** Asked for before, and not yet decided. */
  readonly pending: readonly GivenRole[];
  /** All that the person is to have. */
  readonly wished: readonly GivenRole[];
  /** Whether whoever acts may give this role without a second person. */
  readonly isAtOnce: (role: GivenRole) => boolean;
}

/** What has to be done so that, once all is confirmed, a person has the roles wished for and no others. */
export interface RolePlan {
  readonly given: readonly GivenRole[];
  readonly asked: readonly GivenRole[];
  readonly taken: readonly GivenRole[];
  readonly withdrawn: readonly GivenRole[];
}

export function planRoles({ held, pending, wished, isAtOnce }: RoleWish): RolePlan {
  const missing = wished.filter((role) => !held.includes(role));
  const given = missing.filter(isAtOnce);
  return {
    given,
    asked: missing.filter((role) => !isAtOnce(role) && !pending.includes(role)),
    taken: held.filter((role) => !wished.includes(role)),
    // A request for what was given meanwhile has nobody left to answer.
    withdrawn: pending.filter((role) => !wished.includes(role) || given.includes(role)),
  };
}

/** What a session has proved with the roles before would not do for those after: its person signs in anew. */
export function asksForMore(before: readonly GivenRole[], after: readonly GivenRole[]): boolean {
  return (isCompulsory(after) && !isCompulsory(before)) || (needsPasskey(after) && !needsPasskey(before));
}

export type Outcome = 'confirmed' | 'refused' | 'withdrawn';

export interface AskedRole {
  readonly askedBy: string;
  readonly accountId: string;
}

/** Two people: neither who asked nor the person concerned decides, and who asked may take it back. */
export function refusalOf(request: AskedRole, decider: string, outcome: Outcome): RefusedDecision | null {
  if (outcome === 'withdrawn') return decider === request.askedBy ? null : 'NOT_THE_ASKER';
  return decider === request.askedBy || decider === request.accountId ? 'SECOND_PERSON_NEEDED' : null;
}

export type RefusedDecision = 'NOT_THE_ASKER' | 'SECOND_PERSON_NEEDED';
