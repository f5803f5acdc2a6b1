import { type Actor, type Recusal, type Role, ROLES } from '#src/trust/access/index.js';

/** What the database tells of a person's rights, as JSON has it. */
export interface Rights {
  readonly roles: readonly string[];
  readonly recusals: readonly { matter: string; from: string; until: string }[];
}

export function rightsOf({ roles, recusals }: Rights): Pick<Actor, 'roles' | 'recusals'> {
  return {
    roles: roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    recusals: recusals.map(({ matter, from, until }): Recusal => ({
      matter,
      from: new Date(from),
      until: until === 'infinity' ? null : new Date(until),
    })),
  };
}
