import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where and with whom a hearing is held: the rest of the venue, further places, the roster, requests for
 * accommodations and interpreters, and double bookings that a clerk let stand.
 */
export class Schedule1764000000009 implements MigrationInterface {
  name = 'Schedule1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter table hearing
     add column venue_room text,
     add column venue_accessibility text,
     add column venue_parking text,
     add column languages text[] not null default '{}',
     add column sequence integer not null default 0`,
  // Calendars ask for the newest SEQUENCE (RFC 5545): here it grows whoever writes, and however.
  `create function hearing_sequence() returns trigger
     language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       new.sequence := old.sequence + case when
         (old.starts_at, old.ends_at, old.time_zone, old.status, old.title,
          old.venue_name, old.venue_address, old.venue_room, old.venue_accessibility, old.venue_parking)
         is distinct from
         (new.starts_at, new.ends_at, new.time_zone, new.status, new.title,
          new.venue_name, new.venue_address, new.venue_room, new.venue_accessibility, new.venue_parking)
         then 1 else 0 end;
       return new;
     end $$`,
  `create trigger hearing_sequence before update on hearing
     for each row execute function hearing_sequence()`,
  // The hearings that take up a room: those that may still be held.
  `create index hearing_booked on hearing (starts_at, ends_at)
     where status in ('draft', 'noticed', 'rescheduled', 'in_session', 'recessed')`,

  `create table hearing_place (
     id uuid constraint hearing_place_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_place_hearing references hearing (id) on delete cascade,
     ordinal integer not null,
     kind text not null constraint hearing_place_kind check (kind in ('room', 'teleconference', 'remote')),
     name text not null,
     room text,
     address text,
     accessibility text,
     parking text,
     url text constraint hearing_place_url check (url like 'https://%'),
     dial_in text,
     public_access boolean not null default true,
     closed boolean not null default false,
     withdrawn boolean not null default false,
     note text,
     changes jsonb not null default '[]')`,
  "call access.add_label('hearing_place', 'hearing', 'hearing_id')",
  'create index hearing_place_hearing on hearing_place (hearing_id, ordinal, id)',

  `create table hearing_request (
     id uuid constraint hearing_request_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_request_hearing references hearing (id) on delete cascade,
     ordinal integer not null,
     kind text not null constraint hearing_request_kind check (kind in ('accommodation', 'interpreter')),
     language text,
     what text,
     requested_by text,
     contact text,
     due_on date not null,
     status text not null default 'received' constraint hearing_request_status
       check (status in ('received', 'arranged', 'declined', 'withdrawn')),
     answer text,
     interpreter_name text,
     interpreter_person_id uuid constraint hearing_request_interpreter references person (id),
     constraint hearing_request_language check (kind <> 'interpreter' or language is not null))`,
  "call access.add_label('hearing_request', 'hearing', 'hearing_id')",
  'create index hearing_request_hearing on hearing_request (hearing_id, ordinal, id)',
  `create index hearing_request_due on hearing_request (due_on, id) where status = 'received'`,

  `create table roster_entry (
     hearing_id uuid not null constraint roster_entry_hearing references hearing (id) on delete cascade,
     person_id uuid not null constraint roster_entry_person references person (id),
     ordinal integer not null,
     constraint roster_entry_pk primary key (hearing_id, person_id))`,
  'create index roster_entry_by_person on roster_entry (person_id, hearing_id)',
  "call access.follow_parent('roster_entry', 'hearing', 'hearing_id')",

  `create table booking_acknowledgement (
     id uuid constraint booking_acknowledgement_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint booking_acknowledgement_hearing references hearing (id) on delete cascade,
     other_hearing_id uuid not null constraint booking_acknowledgement_other references hearing (id) on delete cascade,
     kind text not null constraint booking_acknowledgement_kind
       check (kind in ('room', 'commissioner', 'witness', 'interpreter')),
     key text not null,
     reason text not null,
     acknowledged_by uuid not null constraint booking_acknowledgement_actor references actor (id),
     acknowledged_at timestamptz(3) not null default now(),
     constraint booking_acknowledgement_two check (hearing_id <> other_hearing_id))`,
  'create index booking_acknowledgement_hearing on booking_acknowledgement (hearing_id, acknowledged_at, id)',
  'create index booking_acknowledgement_other on booking_acknowledgement (other_hearing_id)',
  "call access.follow_parent('booking_acknowledgement', 'hearing', 'hearing_id')",
  // The desk's, and written once by whoever acts.
  'revoke select on booking_acknowledgement from hearth_public, hearth_commission',
  'revoke update, delete on booking_acknowledgement from hearth_staff, hearth_both',
  `create policy acknowledged_own on booking_acknowledgement as restrictive for insert
     to hearth_staff, hearth_commission, hearth_both with check (acknowledged_by = (select access.person()))`,
];

const DOWN = [
  `delete from access.tree where child in ('hearing_place'::regclass, 'hearing_request'::regclass)`,
  'drop table booking_acknowledgement, roster_entry, hearing_request, hearing_place cascade',
  'drop index hearing_booked',
  'drop trigger hearing_sequence on hearing',
  'drop function hearing_sequence()',
  `alter table hearing drop column venue_room, drop column venue_accessibility, drop column venue_parking,
     drop column languages, drop column sequence`,
];
