import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on a roster is told as far as the person is, by the database too: an id alone would tell of somebody unlisted. */
export class RosterPeople1764000000022 implements MigrationInterface {
  name = 'RosterPeople1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy roster_person on roster_entry as restrictive for select
      to hearth_public, hearth_staff, hearth_commission, hearth_both
      using (coalesce((select true from person p where p.id = roster_entry.person_id), false))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy roster_person on roster_entry');
  }
}
