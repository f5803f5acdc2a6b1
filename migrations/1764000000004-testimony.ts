import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recordings, their transcripts word by word, and testimonies (docs/model.md). */
export class Testimony1764000000004 implements MigrationInterface {
  name = 'Testimony1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table cue_edit, cue, speaker, testimony, transcript, recording_part, recording cascade',
    );
  }
}

const UP = [
  `create table recording (
     id uuid constraint recording_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint recording_hearing references hearing (id),
     session_id uuid constraint recording_session references hearing_session (id),
     title text not null,
     recorded_at timestamptz(3),
     duration double precision constraint recording_duration check (duration >= 0),
     language text not null default 'en',
     content_note text,
     status text not null default 'received' constraint recording_status
       check (status in ('received', 'held', 'posted', 'retracted')),
     status_reason text)`,
  "call access.add_label('recording', 'hearing', 'hearing_id')",
  'create index recording_by_hearing on recording (hearing_id, id)',

  // A recording in several files: each starts at an offset of the recording's own clock.
  `create table recording_part (
     id uuid constraint recording_part_pk primary key default gen_random_uuid(),
     recording_id uuid not null constraint recording_part_recording references recording (id) on delete cascade,
     number integer not null,
     title text,
     clock_offset double precision not null default 0 constraint recording_part_offset check (clock_offset >= 0),
     duration double precision constraint recording_part_duration check (duration >= 0),
     constraint recording_part_number unique (recording_id, number))`,
  "call access.follow_parent('recording_part', 'recording', 'recording_id')",

  `create table transcript (
     id uuid constraint transcript_pk primary key default gen_random_uuid(),
     recording_id uuid not null constraint transcript_recording references recording (id),
     kind text not null constraint transcript_kind check (kind in ('machine', 'corrected')),
     derived_from uuid constraint transcript_derived_from references transcript (id),
     language text not null default 'en',
     status text not null default 'received' constraint transcript_status
       check (status in ('received', 'held', 'posted', 'retracted')),
     status_reason text,
     current boolean not null default true,
     note text,
     cue_count integer not null default 0,
     -- No cue is longer: how far back from a moment one that still lasts can have begun.
     longest_cue double precision not null default 0,
     last_edit integer not null default 0,
     made_by uuid not null constraint transcript_actor references actor (id),
     constraint transcript_lineage check ((kind = 'machine') = (derived_from is null)))`,
  "call access.add_label('transcript', 'recording', 'recording_id')",
  'create index transcript_by_recording on transcript (recording_id, id)',
  // One transcript of a recording and language is the one that is read and searched.
  'create unique index transcript_current on transcript (recording_id, language) where current',

  `create table speaker (
     id uuid constraint speaker_pk primary key default gen_random_uuid(),
     transcript_id uuid not null constraint speaker_transcript references transcript (id) on delete cascade,
     label text not null,
     name text,
     position text,
     organisation text,
     witness_id uuid constraint speaker_witness references witness (id) on delete set null,
     person_id uuid constraint speaker_person references person (id),
     revision uuid not null default gen_random_uuid(),
     constraint speaker_label unique (transcript_id, label))`,
  "call access.follow_parent('speaker', 'transcript', 'transcript_id')",

  `create table cue (
     transcript_id uuid not null constraint cue_transcript references transcript (id) on delete cascade,
     number integer not null,
     start_seconds double precision not null,
     end_seconds double precision not null,
     speaker_id uuid constraint cue_speaker references speaker (id),
     text text not null,
     edit integer not null default 0,
     constraint cue_pk primary key (transcript_id, number),
     constraint cue_order check (start_seconds >= 0 and end_seconds >= start_seconds))`,
  'create index cue_start on cue (transcript_id, start_seconds, number)',
  'create index cue_by_speaker on cue (speaker_id)',
  "call access.follow_parent('cue', 'transcript', 'transcript_id')",

  // What a cue said before, who changed it and why. Edits of a transcript are numbered; a cue keeps its last one.
  `create table cue_edit (
     transcript_id uuid not null,
     cue_number integer not null,
     edit integer not null,
     reason text not null,
     before jsonb not null,
     after jsonb not null,
     edited_by uuid not null constraint cue_edit_actor references actor (id),
     edited_at timestamptz(3) not null default now(),
     constraint cue_edit_pk primary key (transcript_id, cue_number, edit),
     constraint cue_edit_cue foreign key (transcript_id, cue_number) references cue (transcript_id, number) on delete cascade)`,
  "call access.follow_parent('cue_edit', 'transcript', 'transcript_id')",
  // A correction may have taken back a word that should not have been public: what stood before is the staff's.
  'revoke select on cue_edit from hearth_public, hearth_commission',
  // A history is written once, by whoever acts.
  'revoke update, delete on cue_edit from hearth_staff, hearth_both',
  `create policy history_own on cue_edit as restrictive for insert
     to hearth_staff, hearth_commission, hearth_both with check (edited_by = (select access.person()))`,

  `create table testimony (
     id uuid constraint testimony_pk primary key default gen_random_uuid(),
     hearing_id uuid constraint testimony_hearing references hearing (id),
     witness_id uuid constraint testimony_witness references witness (id),
     agenda_item_id uuid constraint testimony_agenda_item references agenda_item (id),
     recording_id uuid constraint testimony_recording references recording (id),
     form text not null constraint testimony_form check (form in ('written', 'recorded', 'oral')),
     name text not null,
     position text constraint testimony_position check (position in ('for', 'against', 'neutral')),
     affiliations text[] not null default '{}',
     borough text,
     neighborhood text,
     language text not null default 'en',
     status text not null default 'received' constraint testimony_status
       check (status in ('received', 'held', 'posted', 'retracted')),
     status_reason text,
     received_at timestamptz(3) not null default now(),
     posted_at timestamptz(3),
     start_seconds double precision,
     end_seconds double precision,
     ordinal integer not null default 0,
     source_notes text[] not null default '{}',
     source_url text,
     constraint testimony_span check (
       (recording_id is null) = (start_seconds is null) and (start_seconds is null) = (end_seconds is null)
       and (start_seconds is null or (start_seconds >= 0 and end_seconds >= start_seconds))))`,
  "call access.add_label('testimony', 'hearing', 'hearing_id')",
  'create index testimony_received_at on testimony (received_at, id)',
  `create index testimony_public on testimony (received_at, id) where audience = 'public'`,
  'create index testimony_updated_at on testimony (updated_at, id)',
  'create index testimony_by_hearing on testimony (hearing_id, received_at, id)',
  'create index testimony_by_recording on testimony (recording_id, start_seconds, end_seconds)',
  'create index testimony_by_witness on testimony (witness_id)',
];
