import type { Audience } from './audience.js';

/** A person may hold several, and they add up. Everybody holds `public`. */
export const ROLES = [
  'public',
  'clerk',
  'intake',
  'privacy_reviewer',
  'custodian',
  'counsel',
  'commissioner',
  'chair',
  'admin',
  'integrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Read it; edit it as it was; place it where it goes. */
export const VERBS = ['read', 'edit', 'place'] as const;
export type Verb = (typeof VERBS)[number];

export type RuleTable = Readonly<Record<Role, Readonly<Partial<Record<Verb, readonly Audience[]>>>>>;

/**
 * The one table of rules. `decide` and the predicate of queries read it here; the policies read its copy in
 * `access.rule`, which a migration writes and a test compares. A role that is absent from a verb has none of it.
 */
export const RULES: RuleTable = {
  public: { read: ['public'] },
  clerk: {
    read: ['desk', 'chamber', 'public'],
    edit: ['desk', 'chamber', 'public'],
    place: ['desk', 'chamber', 'public', 'nobody'],
  },
  commissioner: { read: ['chamber', 'commission', 'public'] },
  chair: { read: ['chamber', 'commission', 'public'] },
  // An administrator runs the system and reads what anybody reads; so do the vault's officers.
  custodian: {},
  counsel: {},
  admin: {},
  // What they work on reaches them by an assignment, not by their role.
  intake: {},
  privacy_reviewer: {},
  // Of itself an integrator's key reads what the public reads; a scope lets it do more only where its role may.
  integrator: {},
};

/** A recusal takes these away from reading; of editing and placing it leaves nothing. Never a public read. */
export const RECUSED_FROM: readonly Audience[] = ['chamber', 'commission'];

/** The audiences that roles reach together with a verb. */
export function audiencesOf(roles: readonly Role[], verb: Verb, rules: RuleTable = RULES): Audience[] {
  const reached = new Set<Audience>();
  for (const role of new Set<Role>(['public', ...roles])) {
    for (const audience of rules[role][verb] ?? []) reached.add(audience);
  }
  return [...reached];
}
