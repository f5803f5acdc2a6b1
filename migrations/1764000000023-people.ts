import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People with accounts: how they sign in, their sessions, what they were given, and who agreed to it. */
export class People1764000000023 implements MigrationInterface {
  name = 'People1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...TABLE_NAMES.flatMap(closed), ...RIGHTS, ...SESSIONS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function open_session(bytea), keep_session(bytea, uuid, text, jsonb, text, interval, timestamptz), drop_session(bytea)',
    );
    await runner.query('drop trigger person_role_pairs on access.person_role');
    await runner.query('drop function access.refuse_role_pairs()');
    for (const [table, rights] of BORROWED) {
      await runner.query(`drop policy if exists ${policyOf(table)} on ${table}`);
      await runner.query(`revoke ${rights} on ${table} from hearth_accounts`);
    }
    await runner.query('revoke usage on schema access, audit from hearth_accounts');
    await runner.query('revoke execute on function access.person() from hearth_accounts');
    await runner.query(`drop table ${TABLE_NAMES.toReversed().join(', ')}`);
    await runner.query(`delete from actor where id = '${DOORKEEPER}'`);
  }
}

/** Acts where nobody is signed in yet: whoever knocks. */
const DOORKEEPER = '00000000-0000-4000-8000-000000000002';

const TABLE_NAMES = [
  'user_account',
  'account_token',
  'account_factor',
  'recovery_code',
  'role_request',
  'identity_link',
  'account_session',
  'throttle',
];

const id = (table: string): string => `id uuid constraint ${table}_pk primary key default gen_random_uuid()`;
const of = (table: string, column = 'account_id'): string =>
  `${column} uuid not null constraint ${table}_account references user_account (id)`;
const moment = (column: string, rest = ''): string => `${column} timestamptz(3) ${rest}`;

const TABLES = [
  `insert into actor (id, kind, name) values ('${DOORKEEPER}', 'machine', 'sign-in')`,
  `create table user_account (
     id uuid constraint user_account_pk primary key constraint user_account_actor references actor (id),
     email text not null,
     email_key text not null constraint user_account_email unique,
     language text not null default 'en' constraint user_account_language check (language in ('en', 'es')),
     status text not null default 'invited'
       constraint user_account_status check (status in ('invited', 'active', 'disabled')),
     password_hash text,
     ${moment('password_changed_at')},
     last_sign_in_on date,
     invited_by uuid,
     revision uuid not null default gen_random_uuid(),
     ${moment('created_at', 'not null default now()')},
     ${moment('updated_at', 'not null default now()')},
     constraint user_account_key check (email_key = lower(email_key)))`,
  'create index user_account_age on user_account (created_at, id)',
  `create table account_token (
     ${id('account_token')},
     ${of('account_token')},
     purpose text not null constraint account_token_purpose check (purpose in ('invitation', 'reset')),
     secret_hash bytea not null constraint account_token_hash unique,
     ${moment('expires_at', 'not null')},
     ${moment('used_at')},
     created_by uuid not null,
     ${moment('created_at', 'not null default now()')})`,
  'create index account_token_account on account_token (account_id)',
  `create table account_factor (
     ${id('account_factor')},
     ${of('account_factor')},
     kind text not null constraint account_factor_kind check (kind in ('totp', 'passkey')),
     name text not null,
     secret bytea,
     last_step bigint,
     credential_id bytea constraint account_factor_credential unique,
     public_key bytea,
     sign_count bigint,
     transports text[] not null default '{}',
     is_backed_up boolean not null default false,
     ${moment('confirmed_at')},
     last_used_on date,
     ${moment('created_at', 'not null default now()')},
     constraint account_factor_shape check (case kind
       when 'totp' then secret is not null and credential_id is null
       else secret is null and credential_id is not null and public_key is not null and sign_count is not null end))`,
  'create index account_factor_account on account_factor (account_id)',
  `create table recovery_code (
     ${id('recovery_code')},
     ${of('recovery_code')},
     secret_hash bytea not null,
     ${moment('used_at')},
     ${moment('created_at', 'not null default now()')},
     constraint recovery_code_hash unique (account_id, secret_hash))`,
  `create table role_request (
     ${id('role_request')},
     ${of('role_request')},
     role text not null,
     asked_by uuid not null,
     ${moment('asked_at', 'not null default now()')},
     decided_by uuid,
     ${moment('decided_at')},
     outcome text constraint role_request_outcome check (outcome in ('confirmed', 'refused', 'withdrawn')),
     constraint role_request_two check (outcome is distinct from 'confirmed'
       or (decided_by <> asked_by and decided_by <> account_id)),
     constraint role_request_decided check ((outcome is null) = (decided_at is null)))`,
  'create unique index role_request_open on role_request (account_id, role) where outcome is null',
  `create table identity_link (
     issuer text not null,
     subject text not null,
     ${of('identity_link')},
     ${moment('created_at', 'not null default now()')},
     constraint identity_link_pk primary key (issuer, subject))`,
  'create index identity_link_account on identity_link (account_id)',
  // An ended session stays until its last moment, so that a request still under way cannot bring it back.
  `create table account_session (
     ${id('account_session')},
     token_hash bytea not null constraint account_session_token unique,
     account_id uuid constraint account_session_account references user_account (id),
     stage text not null default 'none'
       constraint account_session_stage check (stage in ('none', 'second_factor', 'enrolment', 'whole')),
     data jsonb not null,
     client text,
     idle interval not null,
     ${moment('created_at', 'not null default now()')},
     ${moment('seen_at', 'not null default now()')},
     ${moment('idle_until', 'not null')},
     ${moment('ends_at', 'not null')},
     ${moment('ended_at')})`,
  'create index account_session_of on account_session (account_id, created_at desc)',
  'create index account_session_end on account_session (ends_at)',
  // Keys are keyed hashes of addresses; the columns are those that rate-limiter-flexible writes.
  `create table throttle (
     key varchar(255) constraint throttle_pk primary key,
     points integer not null default 0,
     expire bigint)`,
];

function closed(table: string): string[] {
  const reader = table === 'throttle' ? 'hearth_app' : 'hearth_accounts';
  return [
    `alter table ${table} enable row level security, force row level security`,
    `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
    `create policy ${table}_desk on ${table} to ${reader} using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to ${reader}`,
  ];
}

/** What accounts need of tables that are not theirs. */
const BORROWED: readonly (readonly [table: string, rights: string])[] = [
  ['actor', 'select, insert, update (name)'],
  [
    'api_key',
    'select (id, actor_id, scopes, expires_at, revoked_at, last_used_on, created_at), update (expires_at, revoked_at)',
  ],
  ['access.person_role', 'select, insert, delete'],
  ['audit.entry', 'insert (actor_id, action, subject_kind, subject_id, request_id, details)'],
  ['idempotency', 'select, insert, delete'],
];

const policyOf = (table: string): string => `${table.split('.').at(-1)}_accounts`;

const OWN_ROWS: Readonly<Record<string, string>> = {
  'audit.entry': 'for insert to hearth_accounts with check (actor_id = (select access.person()))',
  idempotency: `to hearth_accounts using (actor_id = (select access.person()))
    with check (actor_id = (select access.person()))`,
};

const RIGHTS = [
  'grant usage on schema access, audit to hearth_accounts',
  'grant execute on function access.person() to hearth_accounts',
  ...BORROWED.map(([table, rights]) => `grant ${rights} on ${table} to hearth_accounts`),
  ...BORROWED.filter(([table]) => table !== 'access.person_role').map(
    ([table]) =>
      `create policy ${policyOf(table)} on ${table} ${OWN_ROWS[table] ?? 'to hearth_accounts using (true) with check (true)'}`,
  ),
  // Whoever runs the system reads nothing protected; whoever holds the vault redacts nothing.
  `create function access.refuse_role_pairs() returns trigger language plpgsql as $$
     declare held text[];
     begin
       perform pg_advisory_xact_lock(1764023, hashtext(new.person::text));
       select array_agg(role) into held from access.person_role where person = new.person;
       if 'admin' = any (held)
          and held && array['intake', 'privacy_reviewer', 'custodian', 'counsel', 'commissioner', 'chair']
          or held @> array['custodian', 'privacy_reviewer'] then
         raise exception 'ROLES_CONFLICT' using errcode = 'H0409';
       end if;
       return null;
     end $$`,
  `create constraint trigger person_role_pairs after insert or update on access.person_role
     deferrable initially deferred for each row execute function access.refuse_role_pairs()`,
];

const SESSIONS = [
  /** One round trip for a request with a session: the session, its person, their roles and recusals. */
  `create function open_session(hash bytea)
     returns table (session_id uuid, data jsonb, stage text, ends_at timestamptz, account_id uuid, actor_name text,
                    language text, roles text[], recusals jsonb)
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     with live as (
       select s.id, s.data, s.stage, s.ends_at, s.account_id, s.seen_at, s.idle
         from public.account_session s
        where s.token_hash = hash and s.ended_at is null and now() < s.idle_until and now() < s.ends_at),
     seen as (
       update public.account_session s set seen_at = now(), idle_until = least(s.ends_at, now() + s.idle)
         from live where s.id = live.id and live.seen_at < now() - interval '30 seconds')
     select live.id, live.data, live.stage, live.ends_at, live.account_id, a.name, u.language,
            array(select p.role from access.person_role p where p.person = live.account_id order by 1),
            coalesce((select jsonb_agg(jsonb_build_object('matter', r.matter, 'from', r.starts_at, 'until', r.ends_at))
                        from access.recusal r where r.person = live.account_id and r.ends_at > now()), '[]')
       from live left join public.user_account u on u.id = live.account_id
       left join public.actor a on a.id = live.account_id
      where live.account_id is null or u.status = 'active'
     $$`,
  `create function keep_session(hash bytea, account uuid, reached text, content jsonb, seen_with text, idling interval, last timestamptz)
     returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     insert into public.account_session (token_hash, account_id, stage, data, client, idle, idle_until, ends_at)
     values (hash, account, reached, content, seen_with, idling, least(last, now() + idling), last)
     on conflict (token_hash) do update
        set data = excluded.data, stage = excluded.stage, account_id = excluded.account_id, idle = excluded.idle,
            ends_at = case when account_session.stage = excluded.stage then account_session.ends_at else excluded.ends_at end,
            idle_until = case when account_session.stage = excluded.stage then account_session.idle_until else excluded.idle_until end
      where account_session.ended_at is null
     $$`,
  `create function drop_session(hash bytea) returns void
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     update public.account_session set ended_at = now(), data = '{}' where token_hash = hash and ended_at is null;
     delete from public.account_session where ends_at < now() - interval '1 day'
     $$`,
  `grant execute on function open_session(bytea),
     keep_session(bytea, uuid, text, jsonb, text, interval, timestamptz), drop_session(bytea) to hearth_app`,
];
