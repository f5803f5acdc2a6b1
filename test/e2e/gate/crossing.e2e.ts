import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Database, Pools, type Session } from '#src/foundation/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const WHO = { name: 'who', text: 'select access.person() as person, current_user as role', values: [] };
const BROKEN = { name: 'broken', text: 'select 1 / (length(current_user::text) * 0)', values: [] };
const SLOW = {
  name: 'slow',
  text: `select set_config('statement_timeout', '1', true), (select count(*) from generate_series(1, 5000000))`,
  values: [],
};

describe('reads that share the pool', () => {
  let database: TestDatabase;
  let pools: Pools;
  let reads: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    pools = new Pools(database.logins);
    reads = new Database(pools);
  });
  afterAll(async () => {
    await pools.onApplicationShutdown();
    await database.drop();
  });

  it('never see the person or the role of another, through errors between them', async () => {
    const roles = ['hearth_staff', 'hearth_commission', 'hearth_both', 'hearth_public'] as const;
    const sessions: Session[] = Array.from({ length: 20 }, (_, i) => {
      const role = roles[i % roles.length] ?? 'hearth_public';
      return { role, person: role === 'hearth_public' ? null : randomUUID() };
    });
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, i) => {
        const session = sessions[(i * 7) % sessions.length] as Session;
        if (i % 17 === 0) {
          await expect(reads.rows(session, BROKEN)).rejects.toMatchObject({ code: '22012' });
          return true;
        }
        const [row] = await reads.rows<{ person: string | null; role: string }>(session, WHO);
        return row?.person === session.person && row.role === session.role;
      }),
    );
    expect(answers.filter((right) => !right)).toEqual([]);
  });

  it('leave no setting behind for whoever comes next', async () => {
    const person = randomUUID();
    await reads.rows({ role: 'hearth_staff', person }, WHO);
    await reads.rows({ role: 'hearth_staff', person }, SLOW).catch(() => undefined);
    const bare = await Promise.all(
      Array.from({ length: 30 }, () =>
        pools.signedIn.query<{ role: string; person: string }>(
          `select current_user as role, current_setting('hearth.person', true) as person`,
        ),
      ),
    );
    for (const { rows } of bare) {
      expect(rows[0]?.role).toBe('hearth_app');
      expect(rows[0]?.person ?? '').toBe('');
    }
  });
});
