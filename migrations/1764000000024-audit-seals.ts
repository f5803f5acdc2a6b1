import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log is sealed into a Merkle tree, read by those who may, and watched (docs/audit.md). */
export class AuditSeals1764000000024 implements MigrationInterface {
  name = 'AuditSeals1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SIGNED_IN = 'hearth_staff, hearth_commission, hearth_both';
const WRITERS = `${SIGNED_IN}, hearth_accounts`;
const SEALS = ['leaf', 'subtree', 'checkpoint'];

/** Kinds of things that belong to running the system, and to no record. */
const SYSTEM_KINDS = [
  ...['actor', 'user_account', 'account_token', 'account_factor', 'account_session', 'recovery_code'],
  ...['role_request', 'identity_link', 'api_key', 'job', 'audit_log', 'audit_alert', 'setting'],
];

const grows = (table: string): string[] => [
  `create trigger ${table}_grows before update or delete on audit.${table}
     for each row execute function audit.refuse()`,
  `create trigger ${table}_stays before truncate on audit.${table}
     for each statement execute function audit.refuse()`,
];

const UP = [
  // A failed sign-in has nobody who did it, and may have no account it was meant for.
  'alter table audit.entry alter column actor_id drop not null, alter column subject_id drop not null',
  'alter table audit.entry add column protected boolean not null default false',
  `grant insert (protected) on audit.entry to ${WRITERS}`,
  'create index entry_xid on audit.entry (xid)',
  'create index entry_at on audit.entry (at, id)',
  // Few rows of the log are refusals: the writers of all others pay nothing for it.
  `create index entry_refusal on audit.entry (at)
     where action in ('access.refused', 'session.refused', 'factor.refused')`,

  `create table audit.leaf (
     position bigint constraint leaf_pk primary key,
     entry_id uuid not null constraint leaf_entry unique,
     hash bytea not null)`,
  // Of the tree over the leaves only each eighth level: what lies between is made of at most 128 hashes.
  `create table audit.subtree (
     level smallint not null,
     position bigint not null,
     hash bytea not null,
     constraint subtree_pk primary key (level, position))`,
  `create table audit.checkpoint (
     size bigint constraint checkpoint_pk primary key,
     root bytea not null,
     previous bytea not null,
     hash bytea not null,
     upto xid8 not null,
     at timestamptz(3) not null)`,
  ...SEALS.flatMap((table) => [
    `alter table audit.${table} enable row level security, force row level security`,
    `create policy ${table}_owner on audit.${table} to current_user using (true) with check (true)`,
    `create policy ${table}_read on audit.${table} for select to hearth_sealer, hearth_auditor using (true)`,
    `create policy ${table}_seal on audit.${table} for insert to hearth_sealer with check (true)`,
    `grant select, insert on audit.${table} to hearth_sealer`,
    `grant select on audit.${table} to hearth_auditor`,
    ...grows(table),
  ]),

  'grant usage on schema audit to hearth_sealer, hearth_auditor, hearth_app',
  'grant select on audit.entry to hearth_sealer, hearth_auditor',
  'create policy entry_sealer on audit.entry for select to hearth_sealer using (true)',
  `create function audit.my_roles() returns text[]
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select coalesce(array_agg(p.role), '{}') from access.person_role p where p.person = access.person() $$`,
  `create function audit.is_system(kind text) returns boolean
     language sql immutable parallel safe
     return kind = any ('{${SYSTEM_KINDS.join(',')}}'::text[])`,
  `grant execute on function audit.my_roles(), audit.is_system(text) to hearth_auditor`,
  // Who runs the system sees what was done to it; the vault's officers what was done to protected records.
  `create policy entry_auditor on audit.entry for select to hearth_auditor using (case
     when protected then (select audit.my_roles())::text[] && '{custodian,counsel}'
     else (select audit.my_roles())::text[] @> '{admin}' and audit.is_system(subject_kind) end)`,

  // What is no part of a write: a refusal, a failed sign-in, a reading. Called by the login itself, in nobody's role.
  `create function audit.note(actor uuid, action text, kind text, subject uuid, request text, details jsonb, protected boolean)
     returns void language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details, protected)
     values (actor, action, kind, subject, request, details, protected) $$`,
  'grant execute on function audit.note(uuid, text, text, uuid, text, jsonb, boolean) to hearth_app',

  `create table audit.alert (
     id uuid constraint alert_pk primary key default gen_random_uuid(),
     code text not null,
     about text not null,
     details jsonb not null default '{}',
     times integer not null default 1,
     first_at timestamptz(3) not null default now(),
     last_at timestamptz(3) not null default now(),
     acknowledged_at timestamptz(3),
     acknowledged_by uuid)`,
  'create unique index alert_open on audit.alert (code, about) where acknowledged_at is null',
  'create index alert_first on audit.alert (first_at, id)',
  'alter table audit.alert enable row level security, force row level security',
  'create policy alert_owner on audit.alert to current_user using (true) with check (true)',
  'create policy alert_sealer on audit.alert to hearth_sealer using (true) with check (true)',
  `create policy alert_auditor on audit.alert for select to hearth_auditor
     using ((select audit.my_roles())::text[] @> '{admin}')`,
  'grant select on audit.alert to hearth_sealer, hearth_auditor',
  'grant insert (code, about, details) on audit.alert to hearth_sealer',
  'grant update (times, last_at, details) on audit.alert to hearth_sealer',
  `create trigger alert_stays before delete on audit.alert for each row execute function audit.refuse()`,
  `create trigger alert_kept before truncate on audit.alert for each statement execute function audit.refuse()`,
  // true: it is acknowledged, now or before; false: there is none, or the caller may not see it.
  `create function audit.acknowledge(alert uuid) returns boolean
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     update audit.alert a
        set acknowledged_at = coalesce(a.acknowledged_at, now()),
            acknowledged_by = coalesce(a.acknowledged_by, access.person())
      where a.id = alert and audit.my_roles() @> '{admin}'
     returning true $$`,
  // Whoever is shown the log may do two things about it: acknowledge an alert and ask for a verification.
  'grant usage on schema access to hearth_auditor',
  'grant execute on function audit.acknowledge(uuid), access.person() to hearth_auditor',
  `grant insert (actor_id, action, subject_kind, subject_id, request_id, details, protected) on audit.entry to hearth_auditor`,
  `create policy entry_auditor_acts on audit.entry for insert to hearth_auditor
     with check (actor_id = (select access.person()))`,
  // An acknowledgement or a verification is asked for once, however often it is sent.
  'grant select, insert, delete on idempotency to hearth_auditor',
  `create policy idempotency_auditor on idempotency to hearth_auditor
     using (actor_id = (select access.person())) with check (actor_id = (select access.person()))`,
];

const DOWN = [
  'drop policy idempotency_auditor on idempotency',
  'revoke select, insert, delete on idempotency from hearth_auditor',
  'drop policy entry_auditor_acts on audit.entry',
  `revoke insert (actor_id, action, subject_kind, subject_id, request_id, details, protected) on audit.entry from hearth_auditor`,
  'revoke execute on function access.person() from hearth_auditor',
  'revoke usage on schema access from hearth_auditor',
  'drop function audit.acknowledge(uuid)',
  'drop table audit.alert, audit.checkpoint, audit.subtree, audit.leaf',
  'drop function audit.note(uuid, text, text, uuid, text, jsonb, boolean)',
  'drop policy entry_auditor on audit.entry',
  'drop policy entry_sealer on audit.entry',
  'drop function audit.my_roles()',
  'drop function audit.is_system(text)',
  'revoke select on audit.entry from hearth_sealer, hearth_auditor',
  'revoke usage on schema audit from hearth_sealer, hearth_auditor, hearth_app',
  'drop index audit.entry_xid, audit.entry_at, audit.entry_refusal',
  `revoke insert (protected) on audit.entry from ${WRITERS}`,
  'alter table audit.entry drop column protected',
  // Nobody and nothing, as the older log must write it: rows are never removed.
  'alter table audit.entry disable trigger entry_grows',
  `update audit.entry set actor_id = coalesce(actor_id, '00000000-0000-0000-0000-000000000000'),
                          subject_id = coalesce(subject_id, '00000000-0000-0000-0000-000000000000')
    where actor_id is null or subject_id is null`,
  'alter table audit.entry enable trigger entry_grows',
  'alter table audit.entry alter column actor_id set not null, alter column subject_id set not null',
];
