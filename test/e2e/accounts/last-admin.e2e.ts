import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Person } from '../../support/people.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let hearth: TestApp;
let ada: Person;

beforeEach(async () => {
  hearth = await createTestApp();
  ada = await hearth.person(['admin']);
});

afterEach(() => hearth.close());

const disable = (id: string, by: Person) =>
  hearth.anybody
    .patch(`/api/v1/users/${id}`)
    .set(by.headers)
    .set('If-Match', '*')
    .send({ status: 'disabled' });
const strip = (id: string, by: Person) =>
  hearth.anybody
    .put(`/api/v1/users/${id}/roles`)
    .set(by.headers)
    .set('If-Match', '*')
    .send({ roles: ['clerk'] });

it('the last who can administer stays, by whatever way', async () => {
  // Neither a disabled administrator nor one who has not come yet could open the door again.
  const gone = await hearth.person(['admin']);
  await disable(gone.id, ada).expect(200);
  const invited = await hearth.anybody
    .post('/api/v1/users')
    .set(ada.headers)
    .send({ name: 'Eve', email: 'eve@example.org', roles: ['admin'] })
    .expect(201);
  expect(invited.body).toMatchObject({ roles: [], requestedRoles: ['admin'] });
  for (const remove of [disable, strip]) {
    const refused = await remove(ada.id, ada).expect(409);
    expect(refused.body.code).toBe('LAST_ADMIN');
  }
  const own = await hearth.anybody.get('/api/v1/users/me').set(ada.headers).expect(200);
  expect(own.body).toMatchObject({ roles: ['admin'], status: 'active' });
  // A disabled one can lose the role, and one of two can go.
  await strip(gone.id, ada).expect(200);
  const bob = await hearth.person(['admin']);
  await strip(ada.id, ada).expect(200);
  expect((await strip(bob.id, bob).expect(409)).body.code).toBe('LAST_ADMIN');
});

it.each([
  ['disable each other', disable, disable],
  ['strip each other', strip, strip],
  ['disable and strip each other', disable, strip],
])('of two who %s at once one remains', async (_, one, other) => {
  const bob = await hearth.person(['admin']);
  const answers = await Promise.all([one(bob.id, ada), other(ada.id, bob)]);
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  // Whoever was removed before their own request arrived is nobody any more.
  expect([401, 403, 409]).toContain(statuses.find((status) => status !== 200));
  const winner = statuses[0] === 200 ? ada : bob;
  const left = await hearth.anybody
    .get('/api/v1/users?role=admin&status=active')
    .set(winner.headers)
    .expect(200);
  expect(left.body.items).toMatchObject([{ id: winner.id }]);
});
