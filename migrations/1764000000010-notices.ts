import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices as they were given; a hearing may be in recess; its history keeps the former end and who was told. */
export class Notices1764000000010 implements MigrationInterface {
  name = 'Notices1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const status = (...more: string[]): string => {
  const known = ['draft', 'noticed', 'in_session', ...more, 'adjourned', 'minutes_draft', 'minutes_approved'];
  const all = [...known, 'closed', 'postponed', 'rescheduled', 'cancelled'];
  return `alter table hearing add constraint hearing_status
    check (status in (${all.map((word) => `'${word}'`).join(', ')}))`;
};

const UP = [
  'alter table hearing drop constraint hearing_status',
  status('recessed'),
  `alter table hearing_status_change
     add column previous_ends_at timestamptz(3),
     add column told text[] not null default '{}'`,

  `create table hearing_notice (
     id uuid constraint hearing_notice_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_notice_hearing references hearing (id) on delete cascade,
     number integer not null,
     kind text not null constraint hearing_notice_kind check (kind in ('regular', 'special', 'emergency',
       'change', 'postponement', 'rescheduling', 'cancellation', 'resumption')),
     call text not null constraint hearing_notice_call check (call in ('regular', 'special', 'emergency')),
     profile text not null constraint hearing_notice_profile
       check (profile in ('none', 'bagley_keene', 'brown')),
     given_at timestamptz(3) not null default now(),
     given_by uuid not null constraint hearing_notice_giver references actor (id),
     starts_at timestamptz(3) not null,
     due_at timestamptz(3),
     late boolean not null default false,
     citation text,
     finding text,
     ayes integer,
     noes integer,
     exception_citation text,
     exception_reason text,
     language text not null,
     text text not null,
     html text not null,
     agenda jsonb not null,
     warnings jsonb not null default '[]',
     constraint hearing_notice_number unique (hearing_id, number),
     constraint hearing_notice_vote check ((ayes is null) = (noes is null)),
     constraint hearing_notice_exception check ((exception_citation is null) = (exception_reason is null)),
     constraint hearing_notice_late check (not late or exception_citation is not null))`,
  "call access.follow_parent('hearing_notice', 'hearing', 'hearing_id')",
  // What was given is given: written once, by whoever acts.
  'revoke update, delete on hearing_notice from hearth_staff, hearth_both',
  `create policy notice_own on hearing_notice as restrictive for insert
     to hearth_staff, hearth_commission, hearth_both with check (given_by = (select access.person()))`,
];

const DOWN = [
  'drop table hearing_notice',
  'alter table hearing_status_change drop column previous_ends_at, drop column told',
  // The policies name callers, and whoever migrates is none.
  'alter table hearing no force row level security',
  `update hearing set status = 'in_session' where status = 'recessed'`,
  'alter table hearing force row level security',
  'alter table hearing drop constraint hearing_status',
  status(),
];
