import { expect, it } from '@jest/globals';
import Boss from 'pg-boss';
import { PGBOSS_24 } from '#migrations/pgboss-24.js';

const plain = (sql: string): string =>
  sql
    .replaceAll(/\s*;(\s*;)*\s*/g, ';')
    .replaceAll(/\s+/g, ' ')
    .trim();

it('the migration makes the schema that the installed pg-boss expects', () => {
  const [, commands = ''] = plain(Boss.getConstructionPlans()).split('::bit(64)::bigint );');
  expect(`${plain(PGBOSS_24)}COMMIT;`).toBe(commands);
});
