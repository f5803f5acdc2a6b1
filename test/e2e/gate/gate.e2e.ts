import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { RULES, type RuleTable } from '#src/trust/access/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { disagreements, ENTRY, type Mutation } from './forms.js';
import { world } from './world.js';

/**
 * Two tables that know nothing but the gate: a root and its child. Their windows are kept as finely as `now()`
 * is, else no label could begin or end at that very moment.
 */
const TABLES = `
  do $$ begin
    execute replace(replace(pg_get_functiondef('access.add_label'::regproc), 'timestamptz(3)', 'timestamptz'),
                    'access.add_label', 'access.add_exact_label');
  end $$;
  alter table access.recusal alter starts_at type timestamptz, alter ends_at type timestamptz;
  create table thing (id uuid primary key, words text);
  call access.add_exact_label('thing');
  create table part (id uuid primary key, thing_id uuid not null references thing (id) on delete cascade, words text);
  call access.add_exact_label('part', 'thing', 'thing_id');
  call search.attach('thing')`;

describe('the gate, in its three forms and the search tables', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    await client.query(TABLES);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('says the same of generated actors, recusals, windows and trees', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        expect(await disagreements(client, generated)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const withoutChamber: RuleTable = { ...RULES, commissioner: { read: ['commission', 'public'] } };
  const mutations: [string, Mutation][] = [
    ['decide', { decideRules: withoutChamber }],
    ['the predicate', { predicateRules: withoutChamber }],
    ['the policies', { sql: `delete from access.rule where role = 'commissioner' and audience = 'chamber'` }],
    [
      'a write policy',
      { sql: `delete from access.rule where role = 'clerk' and verb = 'place' and audience = 'desk'` },
    ],
    ['the search tables', { sql: `update search.entry set audience = 'public' where audience = 'desk'` }],
    // A `>=` for a `>`: only a label that ends at this very moment tells.
    [
      'the end of a window',
      {
        sql: `create or replace function access.effective(a audience, protected boolean, opens timestamptz, closes timestamptz)
                returns audience language sql stable parallel safe
                return case when opens <= now() and now() <= closes then a
                  when a in ('public', 'commission') and protected then 'assigned'::public.audience
                  when a in ('public', 'chamber') then 'desk'::public.audience else a end`,
      },
    ],
  ];

  it.each(mutations)('is caught when one rule is changed in %s alone', async (_form, mutation) => {
    let caught = false;
    for (const generated of fc.sample(world, 60)) {
      caught ||= (await disagreements(client, generated, mutation)).length > 0;
      if (caught) break;
    }
    expect(caught).toBe(true);
  });

  it('shows nothing to the signed-in roles without settings', async () => {
    await client.query('begin');
    await client.query(
      `insert into thing (id, own_audience, protected) values (gen_random_uuid(), 'public', false)`,
    );
    await client.query('commit');
    for (const role of ['hearth_staff', 'hearth_commission', 'hearth_both']) {
      await client.query('begin');
      await client.query(`set local role ${role}`);
      const { rowCount } = await client.query('select from thing');
      expect(rowCount).toBe(0);
      await client.query('rollback');
    }
  });

  it('never lets a protected thing become ordinary', async () => {
    const [id] = ['33333333-3333-4333-8333-333333333333'];
    await client.query(`insert into thing (id, own_audience, protected) values ($1, 'assigned', true)`, [id]);
    await expect(
      client.query(`update thing set protected = false, own_audience = 'desk' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('hides a part with its thing, in the same transaction', async () => {
    const thing = '44444444-4444-4444-8444-444444444444';
    const part = '55555555-5555-4555-8555-555555555555';
    await client.query(`insert into thing (id, own_audience, protected) values ($1, 'public', false)`, [
      thing,
    ]);
    await client.query(
      `insert into part (id, thing_id, own_audience, protected) values ($1, $2, 'public', false)`,
      [part, thing],
    );
    const audience = async () =>
      (await client.query<{ audience: string }>('select audience from part where id = $1', [part])).rows[0]
        ?.audience;
    expect(await audience()).toBe('public');
    await client.query(`update thing set own_audience = 'desk' where id = $1`, [thing]);
    expect(await audience()).toBe('desk');
    await client.query(`update thing set own_audience = 'public' where id = $1`, [thing]);
    expect(await audience()).toBe('public');
  });

  it('lets no part in beside a thing that is being hidden', async () => {
    const thing = '66666666-6666-4666-8666-666666666666';
    const part = '77777777-7777-4777-8777-777777777777';
    await client.query(`insert into thing (id, own_audience, protected) values ($1, 'public', false)`, [
      thing,
    ]);
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    try {
      const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
      await client.query('begin');
      await client.query(`update thing set own_audience = 'desk' where id = $1`, [thing]);
      let isIn = false;
      const inserting = other
        .query(`insert into part (id, thing_id, own_audience, protected) values ($1, $2, 'public', false)`, [
          part,
          thing,
        ])
        .finally(() => (isIn = true));
      const isWaiting = async () =>
        (await client.query(`select from pg_locks where pid = $1 and not granted`, [rows[0]?.pid]))
          .rowCount === 1;
      const isSettled = async () => isIn || (await isWaiting());
      for (let settled = false; !settled;) settled = await isSettled();
      await client.query('commit');
      await inserting;
    } finally {
      await other.end();
    }
    const { rows } = await client.query('select audience from part where id = $1', [part]);
    expect(rows).toEqual([{ audience: 'desk' }]);
  });

  it('never lets a part move to another thing', async () => {
    const [one, two, part] = [
      '88888888-8888-4888-8888-888888888881',
      '88888888-8888-4888-8888-888888888882',
      '88888888-8888-4888-8888-888888888883',
    ];
    for (const id of [one, two])
      await client.query(`insert into thing (id, own_audience, protected) values ($1, 'public', false)`, [
        id,
      ]);
    await client.query(
      `insert into part (id, thing_id, own_audience, protected) values ($1, $2, 'public', false)`,
      [part, one],
    );
    await expect(
      client.query('update part set thing_id = $2 where id = $1', [part, two]),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('opens nothing to a writer by what their change passed on', async () => {
    const [clerk, thing, part] = [
      '99999999-9999-4999-8999-999999999991',
      '99999999-9999-4999-8999-999999999992',
      '99999999-9999-4999-8999-999999999993',
    ];
    await client.query(`insert into access.person_role values ($1, 'clerk')`, [clerk]);
    await client.query(`insert into thing (id, own_audience, protected) values ($1, 'public', false)`, [
      thing,
    ]);
    await client.query(
      `insert into part (id, thing_id, own_audience, protected) values ($1, $2, 'assigned', true)`,
      [part, thing],
    );
    await client.query('begin');
    await client.query(
      "select set_config('hearth.person', $1, true), set_config('role', 'hearth_staff', true)",
      [clerk],
    );
    const parts = async () => (await client.query('select from part where id = $1', [part])).rowCount;
    expect(await parts()).toBe(0);
    await client.query(`update thing set own_opens_at = '2030-01-01' where id = $1`, [thing]);
    expect(await parts()).toBe(0);
    await client.query('rollback');
  });

  it('lets no entry into search beside a thing that is being hidden', async () => {
    const [clerk, thing] = ['aaaaaaaa-9999-4999-8999-999999999991', 'aaaaaaaa-9999-4999-8999-999999999992'];
    const entry = { ...ENTRY, happened_at: new Date() };
    await client.query(`insert into access.person_role values ($1, 'clerk')`, [clerk]);
    await client.query(`insert into thing (id, own_audience, protected) values ($1, 'public', false)`, [
      thing,
    ]);
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    try {
      await other.query(
        "select set_config('hearth.person', $1, false), set_config('role', 'hearth_staff', false)",
        [clerk],
      );
      const { rows } = await other.query<{ pid: number }>('select pg_backend_pid() as pid');
      await client.query('begin');
      await client.query(`update thing set own_audience = 'desk' where id = $1`, [thing]);
      let isIn = false;
      const putting = other
        .query(`select search.put('thing', $1, $2)`, [thing, JSON.stringify([entry])])
        .finally(() => (isIn = true));
      const isSettled = async () =>
        isIn ||
        (await client.query(`select from pg_locks where pid = $1 and not granted`, [rows[0]?.pid]))
          .rowCount === 1;
      for (let settled = false; !settled;) settled = await isSettled();
      await client.query('commit');
      await putting;
    } finally {
      await other.end();
    }
    const { rows } = await client.query('select audience from search.entry where source_id = $1', [thing]);
    expect(rows).toEqual([{ audience: 'desk' }]);
  });
});
