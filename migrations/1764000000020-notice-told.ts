import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice keeps how many members voted on its finding, and who was told of it. */
export class NoticeTold1764000000020 implements MigrationInterface {
  name = 'NoticeTold1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table hearing_notice
      add column present integer,
      add column told text[] not null default '{}',
      add constraint hearing_notice_present check (present is null or (ayes is not null and ayes + noes <= present))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hearing_notice drop column present, drop column told');
  }
}
