import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session may be held in another of the hearing's places. */
export class SessionPlaces1764000000018 implements MigrationInterface {
  name = 'SessionPlaces1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table hearing_session add column place_id uuid
         constraint hearing_session_place references hearing_place (id) on delete set null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table hearing_session drop column place_id');
  }
}
