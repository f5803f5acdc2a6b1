import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Zones and people of the commission; hearings and all that hangs on one (docs/model.md). */
export class CommissionHearings1764000000003 implements MigrationInterface {
  name = 'CommissionHearings1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table hearing_import, hearing_session, witness, panel, agenda_item, hearing_status_change, hearing_zone, hearing, person, zone cascade',
    );
  }
}

const UP = [
  `create table zone (
     id uuid constraint zone_pk primary key default gen_random_uuid(),
     number integer not null constraint zone_number unique,
     name text not null)`,
  "call access.add_label('zone')",
  `create table person (
     id uuid constraint person_pk primary key default gen_random_uuid(),
     name text not null,
     position text,
     organisation text,
     listed boolean not null default false)`,
  "call access.add_label('person')",
  'create index person_name on person (name, id)',

  `create table hearing (
     id uuid constraint hearing_pk primary key default gen_random_uuid(),
     kind text not null constraint hearing_kind
       check (kind in ('public_hearing', 'regional_summit', 'closed_session', 'stakeholder_interview')),
     title text not null,
     description text,
     status text not null default 'draft' constraint hearing_status check (status in
       ('draft', 'noticed', 'in_session', 'adjourned', 'minutes_draft', 'minutes_approved', 'closed',
        'postponed', 'rescheduled', 'cancelled')),
     noticed_at timestamptz(3),
     starts_at timestamptz(3) not null,
     ends_at timestamptz(3),
     time_zone text not null,
     language text not null default 'en',
     venue_name text,
     venue_address text,
     content_note text,
     constraint hearing_order check (ends_at is null or ends_at >= starts_at))`,
  "call access.add_label('hearing')",
  'create index hearing_starts_at on hearing (starts_at, id)',
  `create index hearing_public on hearing (starts_at, id) where audience = 'public'`,
  'create index hearing_updated_at on hearing (updated_at, id)',

  `create table hearing_zone (
     hearing_id uuid not null constraint hearing_zone_hearing references hearing (id) on delete cascade,
     zone_id uuid not null constraint hearing_zone_zone references zone (id),
     constraint hearing_zone_pk primary key (hearing_id, zone_id))`,
  'create index hearing_zone_by_zone on hearing_zone (zone_id, hearing_id)',
  "call access.follow_parent('hearing_zone', 'hearing', 'hearing_id')",

  `create table hearing_status_change (
     id uuid constraint hearing_status_change_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_status_change_hearing references hearing (id) on delete cascade,
     number integer not null,
     from_status text,
     to_status text not null,
     reason text,
     previous_starts_at timestamptz(3),
     changed_at timestamptz(3) not null default now(),
     changed_by uuid not null constraint hearing_status_change_actor references actor (id),
     constraint hearing_status_change_number unique (hearing_id, number))`,
  "call access.follow_parent('hearing_status_change', 'hearing', 'hearing_id')",
  // A history is written once, by whoever acts.
  'revoke update, delete on hearing_status_change from hearth_staff, hearth_both',
  `create policy history_own on hearing_status_change as restrictive for insert
     to hearth_staff, hearth_commission, hearth_both with check (changed_by = (select access.person()))`,

  `create table agenda_item (
     id uuid constraint agenda_item_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint agenda_item_hearing references hearing (id) on delete cascade,
     ordinal integer not null,
     title text not null,
     description text,
     closed boolean not null default false,
     authority text,
     exception_citation text,
     exception_reason text,
     constraint agenda_item_exception check ((exception_citation is null) = (exception_reason is null)))`,
  "call access.add_label('agenda_item', 'hearing', 'hearing_id')",
  'create index agenda_item_hearing on agenda_item (hearing_id, ordinal, id)',

  `create table panel (
     id uuid constraint panel_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint panel_hearing references hearing (id) on delete cascade,
     agenda_item_id uuid constraint panel_agenda_item references agenda_item (id) on delete set null,
     ordinal integer not null,
     title text not null)`,
  "call access.add_label('panel', 'hearing', 'hearing_id')",
  'create index panel_hearing on panel (hearing_id, ordinal, id)',

  `create table witness (
     id uuid constraint witness_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint witness_hearing references hearing (id) on delete cascade,
     panel_id uuid constraint witness_panel references panel (id) on delete set null,
     agenda_item_id uuid constraint witness_agenda_item references agenda_item (id) on delete set null,
     person_id uuid constraint witness_person references person (id),
     ordinal integer not null,
     name text not null,
     position text,
     organisation text,
     mode text not null default 'in_person' constraint witness_mode check (mode in ('in_person', 'remote', 'written')),
     sworn boolean not null default false,
     compelled boolean not null default false,
     language text,
     status text not null default 'invited' constraint witness_status
       check (status in ('invited', 'confirmed', 'declined', 'heard', 'withdrawn')))`,
  "call access.add_label('witness', 'hearing', 'hearing_id')",
  'create index witness_hearing on witness (hearing_id, ordinal, id)',

  `create table hearing_session (
     id uuid constraint hearing_session_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_session_hearing references hearing (id) on delete cascade,
     ordinal integer not null,
     name text not null,
     closed boolean not null default false,
     authority text,
     opened_at timestamptz(3),
     adjourned_at timestamptz(3),
     reported_out text,
     constraint hearing_session_order check (adjourned_at is null or adjourned_at >= opened_at))`,
  "call access.add_label('hearing_session', 'hearing', 'hearing_id')",
  'create index hearing_session_hearing on hearing_session (hearing_id, ordinal, id)',

  // What came in by import, under the name of its folder: running the same import twice changes nothing.
  `create table hearing_import (
     hearing_id uuid not null constraint hearing_import_hearing references hearing (id) on delete cascade,
     source_key text not null constraint hearing_import_pk primary key,
     digest text not null,
     imported_at timestamptz(3) not null default now())`,
  "call access.follow_parent('hearing_import', 'hearing', 'hearing_id')",
  'revoke select on hearing_import from hearth_public, hearth_commission',
];
