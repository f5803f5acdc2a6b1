import { type Actor, audiencesOf, isPublicReader, type Predicate } from '#src/trust/access/index.js';

const TABLES = ['desk', 'chamber', 'commission', 'public'] as const;

/** The search tables that an actor may open, and what has to be asked of each entry in them. */
export interface Reach {
  /** Tells this set of tables from the others, in the name of a statement. */
  readonly name: string;
  readonly entries: string;
  readonly words: string;
  /** Numbers its parameters from `first` on. */
  readonly visible: (alias: string, first: number) => Predicate;
}

/**
 * In which table an entry stands says nearly everything. What no table can say, the windows of time and the
 * recusals, stands in the query and never in a policy: there it would take the word index away (docs/search.md).
 */
export function reachOf(actor: Actor, now = new Date()): Reach {
  if (actor.id === null || isPublicReader(actor)) {
    return {
      name: 'public',
      entries: 'search.entry_public',
      words: 'search.word_public',
      visible: (e) => ({ sql: `${e}.opens_at <= now() and now() < ${e}.closes_at`, values: [], form: 'p' }),
    };
  }
  const audiences = audiencesOf(actor.roles, 'read');
  const open = TABLES.filter((table) => audiences.includes(table));
  const union = (table: string) =>
    `(${open.map((audience) => `select * from search.${table}_${audience}`).join(' union all ')})`;
  const recusals = actor.recusals
    .filter(({ from, until }) => from <= now && (until === null || now < until))
    .map(({ matter }) => matter);
  return {
    name: open.join(),
    entries: union('entry'),
    words: union('word'),
    visible: (e, first) => ({ ...visibleToSome(e, first), values: [audiences, recusals] }),
  };
}

/** The label is the record's own; the table an entry stands in can be a minute behind it. */
function visibleToSome(e: string, first: number): Omit<Predicate, 'values'> {
  const effective = `access.effective(${e}.label, ${e}.protected, ${e}.opens_at, ${e}.closes_at)`;
  return {
    sql: `${effective} = any ($${first}::audience[])
      and (${e}.matter_id is null or ${effective} not in ('chamber', 'commission')
           or ${e}.matter_id <> all ($${first + 1}::uuid[]))`,
    form: 's',
  };
}
