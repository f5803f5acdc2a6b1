import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the minutes, of the open part of a hearing and of its closed minute book (docs/model/proceedings.md). */
export class Minutes1764000000013 implements MigrationInterface {
  name = 'Minutes1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SIGNED_IN = 'hearth_staff, hearth_commission, hearth_both';

const UP = [
  `create table minutes (
     id uuid constraint minutes_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint minutes_hearing references hearing (id) on delete cascade,
     book text not null constraint minutes_book check (book in ('open', 'closed')),
     version integer not null,
     status text not null default 'draft' constraint minutes_status
       check (status in ('draft', 'approved', 'superseded')),
     body text not null,
     language text not null,
     reason text,
     generated boolean not null default false,
     based_on uuid constraint minutes_based_on references minutes (id),
     made_by uuid not null constraint minutes_actor references actor (id),
     edition integer,
     approved_at timestamptz(3),
     approved_hearing_id uuid constraint minutes_approved_hearing references hearing (id),
     approved_session_id uuid constraint minutes_approved_session references hearing_session (id),
     approved_motion_id uuid constraint minutes_approved_motion references motion (id),
     approval_note text,
     constraint minutes_version unique (hearing_id, book, version),
     constraint minutes_edition unique (hearing_id, book, edition),
     constraint minutes_motion unique (hearing_id, book, approved_motion_id),
     constraint minutes_approval check (
       (status = 'draft') = (edition is null) and (status = 'draft') = (approved_at is null)
       and (status = 'draft') = (approved_hearing_id is null) and (status = 'draft') = (approved_session_id is null)
       and (status = 'draft') = (approved_motion_id is null) and (status <> 'draft' or approval_note is null)))`,
  "call access.add_label('minutes', 'hearing', 'hearing_id')",
  // Confidential by law, whatever the program says: Gov. Code 11126.1.
  `alter table minutes add constraint minutes_closed check (book = 'open' or own_audience <> 'public')`,
  'create index minutes_hearing on minutes (hearing_id, created_at, id)',
  // A version is written once. What changes is what has become of it.
  'revoke update, delete on minutes from hearth_staff, hearth_both',
  `grant update (status, edition, approved_at, approved_hearing_id, approved_session_id, approved_motion_id,
     approval_note, own_audience, own_opens_at, own_closes_at, protected) on minutes to hearth_staff, hearth_both`,
  `create policy minutes_own on minutes as restrictive for insert to ${SIGNED_IN}
     with check (made_by = (select access.person()))`,
  // The minute book tells of every closed item at once: whoever is recused from one of them reads none of it.
  `create function access.matters_at(hearing uuid) returns uuid[]
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select coalesce(array_agg(x.matter_id), '{}') from public.agenda_item x
      where x.hearing_id = $1 and x.matter_id is not null $$`,
  'grant create on schema access to hearth_index',
  'alter function access.matters_at(uuid) owner to hearth_index',
  'revoke create on schema access from hearth_index',
  `grant execute on function access.matters_at(uuid) to ${SIGNED_IN}`,
  `create policy minutes_recused on minutes as restrictive for all to ${SIGNED_IN}
     using (book = 'open' or (select access.my_recusals())::uuid[] = '{}'
            or not access.matters_at(hearing_id) && (select access.my_recusals())::uuid[])`,
  `call search.attach('minutes')`,
];

const DOWN = [
  `delete from search.source where name = 'minutes'`,
  `delete from access.tree where child = 'minutes'::regclass`,
  'drop table minutes',
  'drop function access.matters_at(uuid)',
];
