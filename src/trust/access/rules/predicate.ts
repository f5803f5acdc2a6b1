import { type Actor, recusedMatters } from './actor.js';
import { audiencesOf, RULES, type RuleTable } from './rules.js';

/** A fragment of a `where` with the values of its parameters. */
export interface Predicate {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Differs where the text differs: part of a statement's name. */
  readonly form: 'p' | 's';
}

/**
 * What the policies ask, as plain SQL for the query itself: it lets the planner use its indexes, and it is the
 * second of two locks. `alias` is the labelled table's; parameters are numbered from `first` on.
 */
export function readable(
  actor: Actor,
  alias: string,
  first: number,
  now = new Date(),
  rules: RuleTable = RULES,
): Predicate {
  if (actor.id === null || isPublicReader(actor, rules)) {
    return {
      sql: `(${alias}.audience = 'public' and ${alias}.opens_at <= now() and now() < ${alias}.closes_at)`,
      values: [],
      form: 'p',
    };
  }
  const effective = `access.effective(${alias}.audience, ${alias}.protected, ${alias}.opens_at, ${alias}.closes_at)`;
  return {
    sql: `(${effective} = any ($${first}::audience[])
      and (${alias}.matter_id is null or ${effective} not in ('chamber', 'commission')
           or ${alias}.matter_id <> all ($${first + 1}::uuid[])))`,
    values: [audiencesOf(actor.roles, 'read', rules), recusedMatters(actor, now)],
    form: 's',
  };
}

/** Reads exactly what anybody reads, and so may share the public's fast way. */
export function isPublicReader(actor: Actor, rules: RuleTable = RULES): boolean {
  const audiences = audiencesOf(actor.roles, 'read', rules);
  return audiences.length === 1 && audiences[0] === 'public';
}
