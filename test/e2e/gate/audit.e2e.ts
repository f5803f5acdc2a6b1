import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import { actAs, Gate } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

describe('the audit log', () => {
  let hearth: TestApp;
  beforeAll(async () => {
    hearth = await createTestApp();
  });
  afterAll(() => hearth.close());

  const write = (isAudited: boolean) => {
    const id = randomUUID();
    const work = hearth.app.get(Gate).write(async () => {
      await currentManager().query(
        `insert into zone (id, number, name, own_audience, protected) values ($1, $2, 'x', 'public', false)`,
        [id, isAudited ? 1 : 2],
      );
      if (isAudited) await hearth.app.get(AuditLog).record('zone.created', 'zone', id, { number: 1 });
    });
    return work.then(() => id);
  };
  const zones = async () => (await hearth.anybody.get('/api/v1/zones')).body.items as { number: number }[];

  it('has a row for whatever was done, or it was not done', async () => {
    const id = await actAs(OPERATOR, () => write(true));
    await expect(actAs(OPERATOR, () => write(false))).rejects.toThrow('left no audit row');
    expect((await zones()).map(({ number }) => number)).toEqual([1]);
    await withClient(hearth.database.adminUrl, async (admin) => {
      const { rows } = await admin.query('select actor_id, action, subject_id, details from audit.entry');
      expect(rows).toEqual([
        { actor_id: OPERATOR.id, action: 'zone.created', subject_id: id, details: { number: 1 } },
      ]);
    });
  });

  it('only grows, whoever asks', async () => {
    for (const url of [hearth.database.adminUrl, hearth.database.ownerUrl, hearth.database.logins.appUrl]) {
      await withClient(url, async (client) => {
        for (const text of [
          `update audit.entry set action = 'x'`,
          'delete from audit.entry',
          'truncate audit.entry',
        ]) {
          await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
        }
      });
    }
  });
});
