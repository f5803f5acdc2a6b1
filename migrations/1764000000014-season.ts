import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the commission promised to hold, and the order in which the public is told of changes. */
export class Season1764000000014 implements MigrationInterface {
  name = 'Season1764000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index hearing_opened, hearing_status_change_changed_at');
    await runner.query('drop table plan_item cascade');
  }
}

const UP = [
  `create table plan_item (
     id uuid constraint plan_item_pk primary key default gen_random_uuid(),
     label text not null,
     kind text constraint plan_item_kind
       check (kind in ('public_hearing', 'regional_summit', 'closed_session', 'stakeholder_interview')),
     promised integer not null constraint plan_item_promised check (promised >= 1),
     held integer,
     due_on date,
     note text,
     constraint plan_item_held check (held >= 0 and (held is null or kind is null)))`,
  "call access.add_label('plan_item')",
  'create index plan_item_label on plan_item (label, id)',

  'create index hearing_status_change_changed_at on hearing_status_change (changed_at, id)',
  // Few hearings ever had an embargo: what it held back is told when it ends.
  `create index hearing_opened on hearing (opens_at) where opens_at > '-infinity'`,
];
