import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { administerTogether, get, hearth, owner, set } from './roles.support.js';

administerTogether();

describe('roles that are forbidden together', () => {
  it('the database refuses as well, whoever writes', async () => {
    const eve = await hearth.person(['admin']);
    const both = owner.query(`insert into access.person_role (person, role) values ($1, 'intake')`, [eve.id]);
    await expect(both).rejects.toMatchObject({ code: 'H0409', message: 'ROLES_CONFLICT' });
  });

  it('of two transactions at once one fails at its end', async () => {
    const eve = await hearth.person([]);
    const clients = await Promise.all(
      ['custodian', 'privacy_reviewer'].map(async (role) => {
        const client = new pg.Client({ connectionString: hearth.database.adminUrl });
        await client.connect();
        await client.query('begin');
        await client.query('insert into access.person_role (person, role) values ($1, $2)', [eve.id, role]);
        return client;
      }),
    );
    const ends = await Promise.allSettled(clients.map((client) => client.query('commit')));
    await Promise.all(clients.map((client) => client.end()));
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'H0409', message: 'ROLES_CONFLICT' } }]);
  });

  it('are 409 with their code where the trigger finds what the service could not', async () => {
    const eve = await hearth.person([]);
    await owner.query('begin');
    await owner.query(`insert into access.person_role (person, role) values ($1, 'admin')`, [eve.id]);
    // The row is not committed: the service does not see it, and its commit waits for this one at the lock.
    await owner.query('set constraints all immediate');
    const setting = set(eve.id, ['chair']).then((answer) => answer);
    await waiting(owner);
    await owner.query('commit');
    const refused = await setting;
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'ROLES_CONFLICT',
      detail: 'No person holds both of these roles.',
    });
    expect((await get(eve.id)).body.roles).toEqual(['admin']);
  });
});

/** Until somebody waits for an advisory lock that this transaction has. */
async function waiting(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    );
    if (rowCount) return;
  }
}
