import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A passkey is enrolled before its authenticator has made it; a session counts how often a factor was tried in it. */
export class Factors1764000000030 implements MigrationInterface {
  name = 'Factors1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `alter table account_factor
         add challenge bytea,
         add challenge_until timestamptz(3),
         add revision uuid not null default gen_random_uuid(),
         drop constraint account_factor_shape,
         add constraint account_factor_shape check (${shape(`(confirmed_at is null or ${MADE})`)})`,
      'alter table account_session add tries smallint not null default 0',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account_session drop tries');
    // What was never confirmed has no place in the older shape.
    await runner.query(`delete from account_factor where kind = 'passkey' and credential_id is null`);
    await runner.query(
      `alter table account_factor
         drop constraint account_factor_shape,
         add constraint account_factor_shape check (${shape(MADE)}),
         drop challenge, drop challenge_until, drop revision`,
    );
  }
}

const MADE = 'credential_id is not null and public_key is not null and sign_count is not null';

const shape = (passkey: string): string =>
  `case kind when 'totp' then secret is not null and credential_id is null else secret is null and ${passkey} end`;
