import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agenda, witnesses and sessions whole, and who signed in. */
export class AgendaWitnessesSignIns1764000000011 implements MigrationInterface {
  name = 'AgendaWitnessesSignIns1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter table agenda_item
     add column estimated_minutes integer constraint agenda_item_minutes check (estimated_minutes > 0),
     add column consent boolean not null default false`,

  `alter table witness
     add column oath_kind text constraint witness_oath check (oath_kind in ('sworn', 'affirmed')),
     add column oath_administered_by text,
     add column oath_at timestamptz(3),
     add column minutes_allotted integer constraint witness_allotted check (minutes_allotted > 0),
     add column seconds_used integer constraint witness_used check (seconds_used >= 0),
     add column interpreter_language text,
     add column sector_id uuid constraint witness_sector references sector (id),
     add constraint witness_oath_whole check (num_nulls(oath_kind, oath_administered_by, oath_at) in (0, 3))`,
  'create index witness_sector on witness (sector_id)',

  `alter table hearing_session
     add column starts_at timestamptz(3),
     add column ends_at timestamptz(3),
     add constraint hearing_session_plan check (ends_at is null or ends_at >= starts_at)`,

  `create table sign_in (
     id uuid constraint sign_in_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint sign_in_hearing references hearing (id) on delete cascade,
     agenda_item_id uuid constraint sign_in_agenda_item references agenda_item (id) on delete set null,
     ordinal integer not null,
     name text,
     pseudonym boolean not null default false,
     organisation text,
     position text constraint sign_in_position check (position in ('for', 'against', 'other')),
     wishes_to_speak boolean not null default false,
     spoke_at timestamptz(3),
     contact text,
     constraint sign_in_pseudonym check (not pseudonym or name is not null))`,
  "call access.add_label('sign_in', 'hearing', 'hearing_id')",
  'create index sign_in_hearing on sign_in (hearing_id, ordinal, id)',
  'create index sign_in_agenda_item on sign_in (agenda_item_id)',

  // The sheet is the desk's; how many signed in, whoever reads the hearing may know.
  `create table sign_in_count (
     hearing_id uuid constraint sign_in_count_pk primary key
       constraint sign_in_count_hearing references hearing (id) on delete cascade,
     in_favour integer not null,
     against integer not null,
     other integer not null,
     silent integer not null)`,
  "call access.follow_parent('sign_in_count', 'hearing', 'hearing_id')",

  "call search.attach('panel')",
  // Passages stand in results under the title of their hearing; their own words are not touched by it.
  `create function search.retitle(of_hearing uuid, new_title text) returns void
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       perform search.label_of('hearing', of_hearing);
       insert into search.learning (audience, source_id, gone)
       select distinct e.audience, e.source_id, e.title from search.entry e
        where e.hearing_id = of_hearing and e.kind = 'passage' and e.title <> new_title;
       update search.entry e set title = new_title
        where e.hearing_id = of_hearing and e.kind = 'passage' and e.title <> new_title;
     end $$`,
  'grant create on schema search to hearth_index',
  'alter function search.retitle(uuid, text) owner to hearth_index',
  'revoke create on schema search from hearth_index',
  'grant execute on function search.retitle(uuid, text) to hearth_staff, hearth_both',
];

const DOWN = [
  'drop function search.retitle(uuid, text)',
  'set local role hearth_index',
  "delete from search.entry where source = 'panel'",
  'reset role',
  "delete from search.source where name = 'panel'",
  'drop trigger search_follow on panel',
  'drop trigger search_follow_label on panel',
  'revoke select (written_in) on panel from hearth_index',
  'drop table sign_in_count',
  "delete from access.tree where child = 'sign_in'::regclass",
  'drop table sign_in',
  'alter table hearing_session drop constraint hearing_session_plan, drop column ends_at, drop column starts_at',
  `alter table witness drop constraint witness_oath_whole, drop column sector_id, drop column interpreter_language,
     drop column seconds_used, drop column minutes_allotted, drop column oath_at, drop column oath_administered_by,
     drop column oath_kind`,
  'alter table agenda_item drop column consent, drop column estimated_minutes',
];
