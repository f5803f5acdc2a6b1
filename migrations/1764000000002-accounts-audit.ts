import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Actors and their keys, the audit log, and what idempotent creations remember. */
export class AccountsAudit1764000000002 implements MigrationInterface {
  name = 'AccountsAudit1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function authenticate_key(text, bytea)');
    await runner.query('drop table idempotency, api_key, actor');
    await runner.query('drop schema audit cascade');
  }
}

const SIGNED_IN = 'hearth_staff, hearth_commission, hearth_both';

/** The command line writes as this actor until people sign in by name. */
const OPERATOR = '00000000-0000-4000-8000-000000000001';

const UP = [
  `create table actor (
     id uuid constraint actor_pk primary key default gen_random_uuid(),
     kind text not null constraint actor_kind check (kind in ('person', 'machine')),
     name text not null,
     created_at timestamptz(3) not null default now())`,
  'alter table actor enable row level security, force row level security',
  'create policy actor_owner on actor to current_user using (true) with check (true)',
  // Who did a thing is the staff's to know.
  'create policy actor_staff on actor for select to hearth_staff, hearth_both using (true)',
  'create policy actor_self on actor for select to hearth_commission using (id = (select access.person()))',
  'create policy actor_public on actor for select to hearth_public using (false)',
  `grant select on actor to ${SIGNED_IN}, hearth_public`,
  `insert into actor (id, kind, name) values ('${OPERATOR}', 'machine', 'command line')`,
  `insert into access.person_role (person, role) values ('${OPERATOR}', 'clerk')`,

  `create table api_key (
     id uuid constraint api_key_pk primary key default gen_random_uuid(),
     actor_id uuid not null constraint api_key_actor references actor (id),
     prefix text not null constraint api_key_prefix unique,
     secret_hash bytea not null,
     scopes text[] not null default '{}',
     expires_at timestamptz(3),
     revoked_at timestamptz(3),
     last_used_on date,
     created_at timestamptz(3) not null default now())`,
  'alter table api_key enable row level security, force row level security',
  'create policy api_key_owner on api_key to current_user using (true) with check (true)',
  // The one thing a login may learn of keys: whom this very secret stands for.
  `create function authenticate_key(key_prefix text, hash bytea)
     returns table (key_id uuid, actor_id uuid, actor_name text, kind text, roles text[], scopes text[], recusals jsonb)
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     with used as (
       update public.api_key k set last_used_on = current_date
        where k.prefix = key_prefix and k.secret_hash = hash and k.last_used_on is distinct from current_date
          and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
     )
     select k.id, a.id, a.name, a.kind,
            array(select p.role from access.person_role p where p.person = a.id order by 1),
            k.scopes,
            coalesce((select jsonb_agg(jsonb_build_object('matter', r.matter, 'from', r.starts_at, 'until', r.ends_at))
                        from access.recusal r where r.person = a.id and r.ends_at > now()), '[]')
       from public.api_key k join public.actor a on a.id = k.actor_id
      where k.prefix = key_prefix and k.secret_hash = hash
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
     $$`,
  'grant execute on function authenticate_key(text, bytea) to hearth_app',

  'create schema audit',
  `grant usage on schema audit to ${SIGNED_IN}`,
  `create table audit.entry (
     id uuid primary key default gen_random_uuid(),
     at timestamptz(3) not null default clock_timestamp(),
     xid xid8 not null default pg_current_xact_id(),
     actor_id uuid not null,
     action text not null,
     subject_kind text not null,
     subject_id uuid not null,
     request_id text,
     details jsonb not null default '{}')`,
  'create index entry_subject on audit.entry (subject_id, at)',
  'alter table audit.entry enable row level security, force row level security',
  // Written by whoever acts, in their own name; nobody the program can become reads, changes or removes one.
  `create policy entry_insert on audit.entry for insert to ${SIGNED_IN} with check (actor_id = (select access.person()))`,
  'create policy entry_owner on audit.entry to current_user using (true) with check (true)',
  // Not the moment and not the transaction: those are the database's to say.
  `grant insert (actor_id, action, subject_kind, subject_id, request_id, details) on audit.entry to ${SIGNED_IN}`,
  `create function audit.refuse() returns trigger language plpgsql as $$
     begin raise exception 'the audit log only grows' using errcode = '42501'; end $$`,
  `create trigger entry_grows before update or delete on audit.entry
     for each row execute function audit.refuse()`,
  `create trigger entry_stays before truncate on audit.entry
     for each statement execute function audit.refuse()`,

  `create table idempotency (
     actor_id uuid not null,
     key text not null,
     operation text not null,
     payload_hash bytea not null,
     status smallint not null,
     resource_id uuid not null,
     created_at timestamptz(3) not null default now(),
     constraint idempotency_pk primary key (actor_id, key))`,
  'create index idempotency_age on idempotency (created_at)',
  'alter table idempotency enable row level security, force row level security',
  `create policy idempotency_own on idempotency to ${SIGNED_IN}
     using (actor_id = (select access.person())) with check (actor_id = (select access.person()))`,
  `grant select, insert, delete on idempotency to ${SIGNED_IN}`,
];
