import type pg from 'pg';
import {
  type Actor,
  decide,
  effectiveAudience,
  type Label,
  PUBLIC_ACTOR,
  readable,
  RULES,
  type RuleTable,
  sessionOf,
} from '#src/trust/access/index.js';
import { actorOf, labelOf, labelUnder, type OwnLabelSpec, type World } from './world.js';

/** What may be changed in one form alone, to see that the comparison notices. */
export interface Mutation {
  readonly decideRules?: RuleTable;
  readonly predicateRules?: RuleTable;
  /** Run as the superuser before the policies are asked. */
  readonly sql?: string;
}

interface Labelled {
  readonly id: string;
  readonly label: Label;
}

/**
 * Every disagreement between `decide`, the predicate, the policies and the search tables about one generated
 * world. One transaction, so that labels can begin and end at `now()` itself; rolled back at the end.
 */
export async function disagreements(
  client: pg.Client,
  world: World,
  mutation: Mutation = {},
): Promise<string[]> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ now: Date }>('select now()');
    const now = rows[0]?.now as Date;
    const { things, parts } = await settle(client, world, now);
    if (mutation.sql) await client.query(mutation.sql);
    const found = [...(await compareSearch(client, things, now))];
    for (const actor of [PUBLIC_ACTOR, ...world.actors.map((spec) => actorOf(spec, now))]) {
      const ask = (label: Label, verb: 'read' | 'edit' | 'place') =>
        decide(actor, label, verb, now, mutation.decideRules ?? RULES);
      found.push(
        ...(await compareReads(client, actor, 'thing', things, ask, mutation, now)),
        ...(await compareReads(client, actor, 'part', parts, ask, mutation, now)),
        ...(await compareWrites(client, actor, things, world, ask, now)),
      );
    }
    return found;
  } finally {
    await client.query('rollback');
  }
}

type Ask = (label: Label, verb: 'read' | 'edit' | 'place') => boolean;

async function settle(
  client: pg.Client,
  world: World,
  now: Date,
): Promise<{ things: Labelled[]; parts: Labelled[] }> {
  const things: Labelled[] = [];
  const parts: Labelled[] = [];
  for (const { id, own, parts: children } of world.things) {
    await client.query(INSERT_THING, [id, ...ownColumns(own), own.matter]);
    const label = labelOf(own, now);
    things.push({ id, label });
    for (const child of label.protected ? [] : children) {
      await client.query(INSERT_PART, [child.id, ...ownColumns(child.own), id, child.own.matter]);
      parts.push({ id: child.id, label: labelUnder(child.own, label, now) });
    }
    await client.query(`select search.put('thing', $1, $2)`, [
      id,
      JSON.stringify([{ ...ENTRY, happened_at: now }]),
    ]);
  }
  for (const { id, roles, recusals } of world.actors) {
    for (const role of roles)
      await client.query('insert into access.person_role values ($1, $2)', [id, role]);
    for (const { matter, from, until } of recusals) {
      await client.query(INSERT_RECUSAL, [id, matter, from, until]);
    }
  }
  await forgetWriter(client);
  return { things, parts };
}

/** As if the rows had been written by a transaction before this one. */
async function forgetWriter(client: pg.Client): Promise<void> {
  await client.query(`set local session_replication_role = replica`);
  await client.query('update thing set written_in = null');
  await client.query('update part set written_in = null');
  await client.query(`set local session_replication_role = origin`);
}

async function compareReads(
  client: pg.Client,
  actor: Actor,
  table: 'thing' | 'part',
  rows: readonly Labelled[],
  ask: Ask,
  mutation: Mutation,
  now: Date,
): Promise<string[]> {
  const decided = rows.filter(({ label }) => ask(label, 'read')).map(({ id }) => id);
  const predicate = readable(actor, 't', 1, now, mutation.predicateRules ?? RULES);
  const asSql = await ids(client, `select t.id from ${table} t where ${predicate.sql}`, predicate.values);
  await become(client, actor);
  const asPolicy = await ids(client, `select t.id from ${table} t`);
  await client.query('reset role');
  return [
    ...difference(`${table} read, decide against predicate`, actor, decided, asSql),
    ...difference(`${table} read, decide against policy`, actor, decided, asPolicy),
  ];
}

async function compareWrites(
  client: pg.Client,
  actor: Actor,
  things: readonly Labelled[],
  world: World,
  ask: Ask,
  now: Date,
): Promise<string[]> {
  const found: string[] = [];
  for (const [i, { id, label }] of things.entries()) {
    const other = world.things[(i + 1) % world.things.length]?.own as OwnLabelSpec;
    // Where the row stays protected or not as it was: that change has a trigger of its own.
    const moved = {
      ...other,
      protected: label.protected,
      audience: other.protected === label.protected ? other.audience : 'nobody',
    } as OwnLabelSpec;
    const target = { ...labelOf(moved, now), matterId: label.matterId };
    const attempts: [string, boolean, string, unknown[]][] = [
      [
        'edit',
        ask(label, 'edit') && ask(label, 'place'),
        `update thing set words = 'new' where id = $1`,
        [id],
      ],
      ['move', ask(label, 'edit') && ask(target, 'place'), MOVE_THING, [id, ...ownColumns(moved)]],
      [
        'place',
        ask(label, 'place'),
        INSERT_THING,
        ['99999999-9999-4999-8999-999999999999', ...ownColumns(world.things[i]!.own), label.matterId],
      ],
      ['delete', ask(label, 'edit'), 'delete from thing where id = $1', [id]],
    ];
    for (const [what, decided, text, values] of attempts) {
      const done = await attempt(client, actor, text, values);
      if (done !== decided)
        found.push(
          `${what}: decide says ${decided}, policy ${done} for [${actor.roles.join()}] on ${label.audience}`,
        );
    }
  }
  return found;
}

async function compareSearch(client: pg.Client, things: readonly Labelled[], now: Date): Promise<string[]> {
  const { rows } = await client.query<{ source_id: string; audience: string }>(
    `select source_id, audience from search.entry where source = 'thing'`,
  );
  const stands = new Map(rows.map((row) => [row.source_id, row.audience]));
  return things.flatMap(({ id, label }) => {
    const audience = effectiveAudience(label, now);
    const belongs = ['desk', 'chamber', 'commission', 'public'].includes(audience) ? audience : undefined;
    return stands.get(id) === belongs ? [] : [`search: ${audience} stands in ${stands.get(id)}`];
  });
}

async function attempt(client: pg.Client, actor: Actor, text: string, values: unknown[]): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    await become(client, actor);
    return ((await client.query(text, values)).rowCount ?? 0) > 0;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return false;
  } finally {
    await client.query('rollback to savepoint attempt');
    await client.query('reset role');
  }
}

async function become(client: pg.Client, actor: Actor): Promise<void> {
  const { role, person } = sessionOf(actor);
  await client.query("select set_config('hearth.person', $1, true), set_config('role', $2, true)", [
    person ?? '',
    role,
  ]);
}

async function ids(client: pg.Client, text: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await client.query<{ id: string }>(text, [...values])).rows.map(({ id }) => id);
}

function difference(what: string, actor: Actor, a: readonly string[], b: readonly string[]): string[] {
  const same = a.length === b.length && a.every((id) => b.includes(id));
  return same ? [] : [`${what}: ${a.length} against ${b.length} for [${actor.roles.join()}]`];
}

/** Moments go in as seconds from the database's own `now()`, which is finer than a Date. */
const ownColumns = (own: OwnLabelSpec): unknown[] => [own.audience, own.opens, own.closes, own.protected];

const moment = (parameter: string, else_: string): string =>
  `coalesce(now() + ${parameter}::float8 * interval '1 second', '${else_}')`;

const INSERT_THING = `insert into thing (id, own_audience, own_opens_at, own_closes_at, protected, matter_id)
  values ($1, $2, ${moment('$3', '-infinity')}, ${moment('$4', 'infinity')}, $5, $6)`;
const INSERT_RECUSAL = `insert into access.recusal (person, matter, starts_at, ends_at)
  values ($1, $2, ${moment('$3', '-infinity')}, ${moment('$4', 'infinity')})`;
const INSERT_PART = `insert into part (id, own_audience, own_opens_at, own_closes_at, protected, thing_id, matter_id)
  values ($1, $2, ${moment('$3', '-infinity')}, ${moment('$4', 'infinity')}, $5, $6, $7)`;
const MOVE_THING = `update thing set own_audience = $2, own_opens_at = ${moment('$3', '-infinity')},
  own_closes_at = ${moment('$4', 'infinity')}, protected = $5 where id = $1`;
export const ENTRY = {
  number: 0,
  kind: 'hearing',
  of_hearing: null,
  language: 'en',
  title: 'thing',
  body: 'words',
  speakers: [],
  positions: [],
};
