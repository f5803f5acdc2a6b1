import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PGBOSS_24 } from './pgboss-24.js';

/** Jobs: what their owners see of them, and below it the queue of pg-boss (docs/model/jobs.md). */
export class Jobs1764000000025 implements MigrationInterface {
  name = 'Jobs1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy entry_jobs on audit.entry');
    await runner.query(`revoke insert (${ENTRY}) on audit.entry from hearth_jobs`);
    await runner.query('revoke usage on schema audit, access from hearth_jobs');
    await runner.query('revoke execute on function access.person() from hearth_jobs');
    await runner.query('drop function job_actor(uuid), ensure_job_queue(text)');
    await runner.query('drop table job');
    await runner.query('drop function tell_of_job()');
    await runner.query('drop schema pgboss cascade');
  }
}

/** Whoever writes may enqueue with it, in the same transaction. */
const WRITERS = 'hearth_staff, hearth_commission, hearth_both, hearth_accounts, hearth_auditor';
const ENTRY = 'actor_id, action, subject_kind, subject_id, request_id, details, protected';
const KIND = `'^[a-z][a-z0-9]*([._-][a-z0-9]+)*$'`;

const UP = [
  PGBOSS_24,
  `grant usage on schema pgboss to ${WRITERS}, hearth_worker`,
  // A writer puts in, and sees nothing of what is there; only the worker takes out.
  `grant select on pgboss.queue to ${WRITERS}, hearth_worker`,
  `grant insert, select (id) on pgboss.job to ${WRITERS}`,
  'grant select, insert, update, delete on pgboss.job to hearth_worker',
  // A queue is a table of its own, so making one is the owner's; which kinds there are is the program's to say.
  `create function ensure_job_queue(kind text) returns void
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       if kind !~ ${KIND} or length(kind) > 63 then raise exception 'not the name of a kind'; end if;
       if not exists (select from pgboss.queue where name = kind) then
         perform pg_advisory_xact_lock(1764025); -- two at once would wait for each other
         perform pgboss.create_queue(kind, '{"policy": "standard"}');
       end if;
     end $$`,
  'grant execute on function ensure_job_queue(text) to hearth_worker',

  `create table job (
     id uuid constraint job_pk primary key,
     kind text not null constraint job_kind check (kind ~ ${KIND}),
     owner_id uuid constraint job_owner references actor (id),
     state text not null default 'queued'
       constraint job_state check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
     done bigint constraint job_done check (done >= 0),
     total bigint constraint job_total check (total >= 0),
     error_code text,
     result jsonb,
     attempt integer not null default 0,
     runner uuid,
     alive_at timestamptz(3),
     created_at timestamptz(3) not null default now(),
     started_at timestamptz(3),
     ended_at timestamptz(3),
     constraint job_progress check ((done is null) = (total is null)),
     constraint job_failed check ((error_code is null) = (state <> 'failed')),
     constraint job_ended check ((ended_at is null) = (state in ('queued', 'running'))))`,
  `create index job_open on job (state, created_at) where state in ('queued', 'running')`,
  'create index job_end on job (ended_at) where ended_at is not null',
  'alter table job enable row level security, force row level security',
  `create policy job_put on job for insert to ${WRITERS}
     with check (owner_id is null or owner_id = (select access.person()))`,
  `create policy job_own on job for select to hearth_jobs using (owner_id = (select access.person()))`,
  // All that an owner can make of a job is a cancelled one.
  `create policy job_cancel on job for update to hearth_jobs
     using (owner_id = (select access.person()) and state in ('queued', 'running'))
     with check (owner_id = (select access.person()) and state = 'cancelled')`,
  'create policy job_worker on job to hearth_worker using (true) with check (true)',
  `grant insert (id, kind, owner_id) on job to ${WRITERS}`,
  `grant select (id, kind, owner_id, state, done, total, error_code, result, attempt, created_at, started_at, ended_at),
     update (state, ended_at) on job to hearth_jobs`,
  'grant select, insert, update, delete on job to hearth_worker',

  // Tells at commit, so nobody hears of a job that is rolled back. What is missed is found by asking.
  `create function tell_of_job() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       if new.state = 'queued' then perform pg_notify('hearth_job_due', new.kind); end if;
       if new.state = 'cancelled' then perform pg_notify('hearth_job_cancelled', new.id::text); end if;
       perform pg_notify('hearth_job_changed', new.id::text);
       return null;
     end $$`,
  `create trigger job_told after insert or update of state, done, total on job
     for each row execute function tell_of_job()`,

  // The owner's side: reads and cancels their own, and leaves an entry in the log.
  'grant usage on schema audit, access to hearth_jobs',
  'grant execute on function access.person() to hearth_jobs',
  `create policy entry_jobs on audit.entry for insert to hearth_jobs
     with check (actor_id = (select access.person()))`,
  `grant insert (${ENTRY}) on audit.entry to hearth_jobs`,

  // A job acts as whoever asked for it, with the roles they have when it runs.
  `create function job_actor(person uuid) returns table (name text, roles text[], recusals jsonb)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select a.name,
            array(select p.role from access.person_role p where p.person = a.id order by 1),
            coalesce((select jsonb_agg(jsonb_build_object('matter', r.matter, 'from', r.starts_at, 'until', r.ends_at))
                        from access.recusal r where r.person = a.id and r.ends_at > now()), '[]')
       from public.actor a
      where a.id = $1 and not exists (select from public.user_account u where u.id = a.id and u.status <> 'active')
     $$`,
  'grant execute on function job_actor(uuid) to hearth_worker',
];
