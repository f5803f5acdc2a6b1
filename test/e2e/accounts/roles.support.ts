import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';
import type { Person } from '../../support/people.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

export const USERS = '/api/v1/users';
export const REQUESTS = '/api/v1/role-requests';

export let hearth: TestApp;
export let ada: Person;
export let bob: Person;
/** Past the policies. */
export let owner: pg.Client;

/** For the top of a file: an application with two administrators. */
export function administerTogether(): void {
  beforeAll(async () => {
    hearth = await createTestApp();
    [ada, bob] = [await hearth.person(['admin'], { name: 'Ada' }), await hearth.person(['admin'])];
    owner = new pg.Client({ connectionString: hearth.database.adminUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner?.end();
    await hearth.close();
  });
}

export const get = (id: string, by = ada) => hearth.anybody.get(`${USERS}/${id}`).set(by.headers);
export const set = (id: string, roles: unknown, by = ada, tag = '*') =>
  hearth.anybody.put(`${USERS}/${id}/roles`).set(by.headers).set('If-Match', tag).send({ roles });
export const open = async (id: string): Promise<{ id: string; role: string }[]> =>
  (await owner.query('select id, role from role_request where account_id = $1 and outcome is null', [id]))
    .rows as { id: string; role: string }[];
export const ask = async (id: string, role: string, by = ada): Promise<string> => {
  await set(id, [role], by).expect(200);
  return (await open(id)).find((request) => request.role === role)?.id ?? '';
};
export const decide = (id: string, outcome: string, by: Person) =>
  hearth.anybody.post(`${REQUESTS}/${id}/decision`).set(by.headers).send({ outcome });
export const logOf = async (id: string) =>
  (
    await owner.query<{ action: string; actor_id: string; details: object }>(
      'select action, actor_id, details from audit.entry where subject_id = $1 order by at, xid',
      [id],
    )
  ).rows;
