import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was there, what was moved and how each voted (docs/model/proceedings.md). */
export class Proceedings1764000000012 implements MigrationInterface {
  name = 'Proceedings1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create table attendance (
     id uuid constraint attendance_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint attendance_hearing references hearing (id) on delete cascade,
     person_id uuid not null constraint attendance_person references person (id),
     arrived_at timestamptz(3) not null,
     left_at timestamptz(3),
     mode text not null default 'in_person' constraint attendance_mode check (mode in ('in_person', 'remote')),
     place text,
     note text,
     constraint attendance_order check (left_at > arrived_at),
     constraint attendance_remote_place check (mode <> 'remote' or place is not null),
     constraint attendance_once exclude using gist
       (hearing_id access.gist_uuid_ops with =, person_id access.gist_uuid_ops with =,
        tstzrange(arrived_at, left_at) with &&))`,
  "call access.follow_parent('attendance', 'hearing', 'hearing_id')",
  'create index attendance_of_hearing on attendance (hearing_id, person_id, arrived_at)',
  'create index attendance_of_person on attendance (person_id)',

  `create table motion (
     id uuid constraint motion_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint motion_hearing references hearing (id) on delete cascade,
     session_id uuid constraint motion_session references hearing_session (id),
     agenda_item_id uuid constraint motion_agenda_item references agenda_item (id),
     ordinal integer not null,
     kind text not null constraint motion_kind check (kind in
       ('main', 'recess', 'adjourn', 'closed_session', 'special_meeting', 'emergency', 'approve_minutes', 'other')),
     text text not null,
     moved_by uuid not null constraint motion_mover references person (id),
     seconded_by uuid constraint motion_seconder references person (id),
     moved_at timestamptz(3) not null,
     threshold text not null default 'majority'
       constraint motion_threshold check (threshold in ('majority', 'two_thirds', 'three_quarters', 'unanimous')),
     vote_of text not null default 'present' constraint motion_vote_of check (vote_of in ('present', 'quorum', 'members')),
     outcome text not null default 'pending'
       constraint motion_outcome check (outcome in ('pending', 'carried', 'lost', 'withdrawn')),
     voted_at timestamptz(3),
     withdrawn_reason text,
     constraint motion_second check (seconded_by <> moved_by),
     constraint motion_vote_order check (voted_at >= moved_at),
     constraint motion_decided check (case outcome when 'pending' then voted_at is null
       when 'withdrawn' then true else voted_at is not null end),
     constraint motion_withdrawn check ((outcome = 'withdrawn') = (withdrawn_reason is not null)))`,
  "call access.add_label('motion', 'hearing', 'hearing_id')",
  'create index motion_of_hearing on motion (hearing_id, ordinal, id)',
  'create index motion_of_session on motion (session_id)',
  'create index motion_of_item on motion (agenda_item_id)',
  "call search.attach('motion')",

  `create table vote (
     motion_id uuid not null constraint vote_motion references motion (id) on delete cascade,
     person_id uuid not null constraint vote_person references person (id),
     choice text not null constraint vote_choice check (choice in ('aye', 'no', 'abstain', 'recused', 'absent')),
     constraint vote_pk primary key (motion_id, person_id))`,
  "call access.follow_parent('vote', 'motion', 'motion_id')",
  'create index vote_of_person on vote (person_id)',
  // A roll call is taken once. What was wrong with it is told by withdrawing the motion.
  'revoke update, delete on vote from hearth_staff, hearth_both',

  // Items and sessions know nothing of motions: what they are taken behind closed doors for, or what matter they turn
  // out to be about, reaches what was moved at them all the same.
  `create function access.relabel_motions() returns trigger
     language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       update public.motion m
          set own_audience = case when coalesce(s.closed, false) or coalesce(i.closed, false)
                                  then 'chamber' else 'public' end::public.audience,
              matter_id = i.matter_id
         from public.motion o
         left join public.hearing_session s on s.id = o.session_id
         left join public.agenda_item i on i.id = o.agenda_item_id
        where m.id = o.id and new.id in (o.session_id, o.agenda_item_id);
       return null;
     end $$`,
  `create trigger motion_follow after update on agenda_item for each row
     when (old.closed is distinct from new.closed or old.matter_id is distinct from new.matter_id)
     execute function access.relabel_motions()`,
  `create trigger motion_follow after update on hearing_session for each row
     when (old.closed is distinct from new.closed) execute function access.relabel_motions()`,
];

const DOWN = [
  'drop trigger motion_follow on hearing_session',
  'drop trigger motion_follow on agenda_item',
  'drop function access.relabel_motions()',
  `delete from search.entry where source = 'motion'`,
  `delete from search.source where name = 'motion'`,
  "delete from access.tree where child = 'motion'::regclass",
  'drop table vote, motion, attendance',
];
