import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that people make for themselves: named, and followed by the key that takes their place. */
export class OwnKeys1764000000027 implements MigrationInterface {
  name = 'OwnKeys1764000000027';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  'alter table api_key add column name text, add column rotated_to uuid constraint api_key_rotated references api_key (id)',
  'update api_key k set name = a.name from actor a where a.id = k.actor_id',
  'alter table api_key alter column name set not null',
  'alter table api_key add column revision uuid not null default gen_random_uuid()',
  'create index api_key_actor on api_key (actor_id, created_at desc)',
  'create index api_key_age on api_key (created_at desc, id)',
  `grant select (name, rotated_to, revision),
     insert (id, actor_id, prefix, secret_hash, scopes, expires_at, name),
     update (rotated_to, revision) on api_key to hearth_accounts`,
  // Whoever changes an account that somebody else has just changed is told so, as everywhere.
  'grant execute on function audit.last_change(uuid) to hearth_accounts',
];

const DOWN = [
  'revoke execute on function audit.last_change(uuid) from hearth_accounts',
  'revoke insert, update (rotated_to, revision) on api_key from hearth_accounts',
  'drop index api_key_actor, api_key_age',
  'alter table api_key drop column name, drop column rotated_to, drop column revision',
];
