import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { RULES, ROLES, VERBS } from '#src/trust/access/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const OURS = `('public', 'access', 'audit', 'search')`;

/** Every role the program can be, its logins first. */
const LOGINS = ['hearth_app', 'hearth_public'];
const CALLERS = [...LOGINS, 'hearth_staff', 'hearth_commission', 'hearth_both'];
/** What signs people in and reads no record. */
const ACCOUNTS = 'hearth_accounts';
/** What seals the log, and what shows it. */
const LOG_KEEPERS = ['hearth_auditor', 'hearth_sealer'];
/** What keeps jobs, and what their owners see them by. */
const JOBS = ['hearth_jobs', 'hearth_worker'];
const RUNTIME = [...CALLERS, 'hearth_index', ACCOUNTS, ...LOG_KEEPERS, ...JOBS];

/** Tables without row-level security, and why they need none. */
const NO_RECORDS: Record<string, string> = {
  'public.migration': 'names of migrations, read at start',
  'access.rule': 'the table of rules, the same for everybody; read through my_audiences()',
  'access.tree': 'which table is the child of which',
  'access.person_role':
    'read through my_audiences(), given and taken by the accounts: no caller has a privilege on it',
  'access.recusal': 'read through my_recusals() alone: no caller has a privilege on it',
  'search.source': 'names of tables',
};

/** Columns that no caller's role reads or writes, whatever its row-level security. */
const SECRETS = [
  'public.account_factor.secret',
  'public.account_session.token_hash',
  'public.account_token.secret_hash',
  'public.api_key.prefix',
  'public.api_key.secret_hash',
  'public.recovery_code.secret_hash',
  'public.user_account.password_hash',
];

let database: TestDatabase;
let admin: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function column(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await admin.query<[string]>({ text: sql, values, rowMode: 'array' });
  return rows.map(([value]) => value);
}

describe('tables', () => {
  it('all force row-level security on whoever asks, their owner included', async () => {
    const open = await column(
      `select format('%s.%s', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
        where relkind in ('r', 'p') and nspname in ${OURS} and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(open).toEqual(Object.keys(NO_RECORDS).toSorted());
  });

  it('without it are open to no caller', async () => {
    const reachable = await column(
      `select format('%s: %s', r, t) from unnest($1::text[]) r, unnest($2::text[]) t
        where t not in ('public.migration')
          and has_any_column_privilege(r, t, 'select, insert, update, references')`,
      [CALLERS, Object.keys(NO_RECORDS)],
    );
    expect(reachable).toEqual([]);
    const writable = await column(
      `select r from unnest($1::text[]) r where has_table_privilege(r, 'migration', 'insert, update, delete, truncate')`,
      [RUNTIME],
    );
    expect(writable).toEqual([]);
  });

  it('can be emptied at once by nobody', async () => {
    const emptied = await column(
      `select format('%s: %s', r, c.oid::regclass) from unnest($1::text[]) r, pg_class c
        where relkind in ('r', 'p') and relnamespace::regnamespace::text in ${OURS}
          and relowner <> r::regrole and has_table_privilege(r, c.oid, 'truncate, trigger, references')`,
      [RUNTIME],
    );
    expect(emptied).toEqual([]);
  });

  it('keep their secrets from every role of the program', async () => {
    const readable = await column(
      `select format('%s: %s', r, s) from unnest($1::text[]) r, unnest($2::text[]) s
        where has_column_privilege(r, regexp_replace(s, '\\.[^.]+$', ''), regexp_replace(s, '^.*\\.', ''),
                                   'select, insert, update, references')`,
      [[...CALLERS, 'hearth_index'], SECRETS],
    );
    expect(readable).toEqual([]);
    const hidden = await column(
      `select format('%s.%s.%s', nspname, relname, attname)
         from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
        where nspname in ${OURS} and relkind in ('r', 'p') and attname ~ '(secret|password|_hash)$' and attnum > 0
          and attname <> 'payload_hash' order by 1`,
    );
    expect(SECRETS).toEqual(expect.arrayContaining(hidden));
  });
});

describe('roles of the program', () => {
  it('have no power beyond their grants', async () => {
    const mighty = await column(
      `select rolname from pg_roles where rolname = any ($1)
          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
      [RUNTIME],
    );
    expect(mighty).toEqual([]);
    const able = await column(
      `select rolname from pg_roles where rolname = any ($1) and rolcanlogin order by 1`,
      [RUNTIME],
    );
    expect(able).toEqual(LOGINS);
  });

  it('own nothing, the keeper of the search index its tables and functions', async () => {
    const owned = await column(
      `select format('%s: %s', relowner::regrole, c.oid::regclass) from pg_class c where relowner::regrole::text = any ($1)
       union select format('%s: %s', proowner::regrole, oid::regprocedure) from pg_proc where proowner::regrole::text = any ($1)
       union select format('%s: %s', nspowner::regrole, nspname) from pg_namespace where nspowner::regrole::text = any ($1)
       union select format('%s: %s', datdba::regrole, datname) from pg_database where datdba::regrole::text = any ($1)`,
      [CALLERS],
    );
    expect(owned).toEqual([]);
    const kept = await column(
      `select relnamespace::regnamespace::text from pg_class where relowner = 'hearth_index'::regrole
       union select pronamespace::regnamespace::text from pg_proc where proowner = 'hearth_index'::regrole order by 1`,
    );
    expect(kept.filter((schema) => schema !== 'pg_toast')).toEqual(['access', 'search']);
  });

  it('can become the callers they stand for and nobody else', async () => {
    const steps = await column(
      `select format('%s -> %s', member::regrole, roleid::regrole) from pg_auth_members
        where member::regrole::text = any ($1) or roleid = 'hearth_index'::regrole and member::regrole::text <> 'hearth_owner'
        order by 1`,
      [RUNTIME],
    );
    expect(steps.filter((step) => step !== 'postgres -> hearth_index')).toEqual([
      'hearth_app -> hearth_accounts',
      'hearth_app -> hearth_auditor',
      'hearth_app -> hearth_both',
      'hearth_app -> hearth_commission',
      'hearth_app -> hearth_jobs',
      'hearth_app -> hearth_sealer',
      'hearth_app -> hearth_staff',
      'hearth_app -> hearth_worker',
    ]);
  });

  it('may make nothing: no schema is theirs to write, no temporary table', async () => {
    const writable = await column(
      `select format('%s: %s', r, nspname) from unnest($1::text[]) r, pg_namespace
        where nspname in ${OURS} and has_schema_privilege(r, oid, 'create')
       union select format('%s: database', r) from unnest($1::text[]) r
        where has_database_privilege(r, current_database(), 'create, temporary')`,
      [RUNTIME],
    );
    expect(writable).toEqual([]);
  });
});

describe('functions', () => {
  // Those of unaccent and pg_trgm belong to their extension and read nothing.
  const ours = `pg_proc p where pronamespace::regnamespace::text in ${OURS}
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`;

  it('are not for everybody to call', async () => {
    expect(await column(`select oid::regprocedure::text from ${ours}`)).not.toEqual([]);
    // An empty list of grants means: everybody.
    const callable = await column(
      `select oid::regprocedure::text from ${ours}
          and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))`,
    );
    expect(callable).toEqual([]);
  });

  it('that lend their rights name the schemas they look in', async () => {
    const loose = await column(
      `select oid::regprocedure::text from ${ours} and prosecdef
          and not coalesce(array_to_string(proconfig, ',') ~ '^search_path=(pg_catalog|search, pg_catalog), pg_temp$', false)`,
    );
    expect(loose).toEqual([]);
  });
});

describe('access.rule', () => {
  it('is the table of rules in the code', async () => {
    const inCode = ROLES.flatMap((role) =>
      VERBS.flatMap((verb) => (RULES[role][verb] ?? []).map((audience) => `${role} ${verb} ${audience}`)),
    );
    const inDatabase = await column(`select format('%s %s %s', role, verb, audience) from access.rule`);
    expect(new Set(inDatabase)).toEqual(new Set(inCode));
    expect(inDatabase).toHaveLength(inCode.length);
  });
});
