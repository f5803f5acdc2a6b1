import { describe, expect, it } from '@jest/globals';
import { administer, get, hearth, patch, USERS } from './users.support.js';

administer();

describe('one’s own account', () => {
  it('is there without a role as well: one may be on its way', async () => {
    const newcomer = await hearth.person([]);
    const { body } = await hearth.anybody.get('/api/v1/users/me').set(newcomer.headers).expect(200);
    expect(body).toMatchObject({ id: newcomer.id, roles: [] });
    await hearth.anybody.get('/api/v1/users').set(newcomer.headers).expect(403);
  });

  it('is shown and changed, name and language alone', async () => {
    const ada = await hearth.person(['clerk']);
    const own = await get('me', ada).expect(200);
    expect(own.body).toMatchObject({
      id: ada.id,
      roles: ['clerk'],
      status: 'active',
      hasSecondFactor: false,
    });
    const tag = own.get('ETag') ?? '';
    const changed = await patch('me', { name: 'Countess', language: 'es' }, ada, tag).expect(200);
    expect(changed.body).toMatchObject({ name: 'Countess', language: 'es' });
    await patch('me', { name: 'x' }, ada, tag).expect(412);
  });

  it.each(['role', 'roles', 'status', 'email', 'id', 'isAdmin'])('takes no %s', async (field) => {
    const ada = await hearth.person(['clerk']);
    const refused = await patch('me', { name: 'Ada', [field]: ['admin'] }, ada).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: `/${field}`, code: 'UNKNOWN_PROPERTY' }]);
  });

  it('takes no rights from a prototype', async () => {
    const ada = await hearth.person(['clerk']);
    await hearth.anybody
      .patch(`${USERS}/me`)
      .set(ada.headers)
      .set('If-Match', '*')
      .type('json')
      .send('{"name":"Ada","__proto__":{"roles":["admin"],"status":"disabled"}}');
    expect((await get('me', ada).expect(200)).body).toMatchObject({ roles: ['clerk'], status: 'active' });
  });

  it('needs a session', async () => {
    await hearth.anybody.get(`${USERS}/me`).expect(401);
    const key = await hearth.bearer('clerk');
    const refused = await hearth.anybody.get(`${USERS}/me`).set('Authorization', key).expect(403);
    expect(refused.body.code).toBe('SESSION_REQUIRED');
  });
});
