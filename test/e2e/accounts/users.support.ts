import { afterAll, beforeAll } from '@jest/globals';
import type { Person } from '../../support/people.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

export const USERS = '/api/v1/users';

export let hearth: TestApp;
export let admin: Person;
let count = 0;

/** For the top of a file: an application with one administrator. */
export function administer(): void {
  beforeAll(async () => {
    hearth = await createTestApp();
    admin = await hearth.person(['admin'], { name: 'Grace' });
  });
  afterAll(() => hearth.close());
}

export const someone = () => ({ name: 'Ada Lovelace', email: `Ada.${(count += 1)}@example.org` });
export const get = (path: string, by = admin) => hearth.anybody.get(`${USERS}/${path}`).set(by.headers);
export const invite = (body: object, by = admin) => hearth.anybody.post(USERS).set(by.headers).send(body);
export const patch = (id: string, body: object, by = admin, tag = '*') =>
  hearth.anybody.patch(`${USERS}/${id}`).set(by.headers).set('If-Match', tag).send(body);

export async function rows<T extends object>(text: string, values: unknown[]): Promise<T[]> {
  let found: T[] = [];
  await withClient(hearth.database.adminUrl, async (client) => {
    found = (await client.query<T>(text, values)).rows;
  });
  return found;
}
