import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hearing is called, and where more of it lies, in other systems. */
export class HearingLinks1764000000015 implements MigrationInterface {
  name = 'HearingLinks1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from access.tree where child = $1::regclass', ['hearing_link']);
    await runner.query('drop table hearing_link');
  }
}

const UP = [
  `create table hearing_link (
     id uuid constraint hearing_link_pk primary key default gen_random_uuid(),
     hearing_id uuid not null constraint hearing_link_hearing_key references hearing (id) on delete cascade,
     witness_id uuid constraint hearing_link_witness_key references witness (id) on delete cascade,
     ordinal integer not null,
     relation text not null constraint hearing_link_relation
       check (relation in ('identifier', 'body', 'document', 'video', 'transcript', 'related')),
     scheme text,
     identifier text,
     title text,
     description text,
     url text,
     document_type text,
     format text,
     constraint hearing_link_says check (coalesce(identifier, title, url) is not null))`,
  "call access.add_label('hearing_link', 'hearing', 'hearing_id')",
  // A paper of somebody who declined, or speaks behind closed doors, is as hidden as they are.
  `create policy link_witness on hearing_link as restrictive for select
     to hearth_public, hearth_staff, hearth_commission, hearth_both
     using (witness_id is null or coalesce((select true from witness w where w.id = hearing_link.witness_id), false))`,
  'create index hearing_link_hearing on hearing_link (hearing_id, ordinal, id)',
  'create index hearing_link_witness on hearing_link (witness_id)',
  'create index hearing_link_identifier on hearing_link (scheme, identifier)',
];
