import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SESSIONS = '/api/v1/sessions';

describe('sessions', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const signIn = (email: string, password: string) => hearth.anybody.post(SESSIONS).send({ email, password });

  it('begins with a password, and asks the staff for more', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const answer = await signIn(ada.email.toUpperCase(), ada.password).expect(201);
    expect(answer.body).toEqual({ stage: 'enrolment', secondFactors: [], csrfToken: expect.any(String) });
    const cookie = answer.get('Set-Cookie')?.[0] ?? '';
    expect(cookie).toMatch(/^hearth-sid=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const half = { Cookie: cookie.split(';')[0] ?? '' };
    const state = await hearth.anybody.get(`${SESSIONS}/current`).set(half).expect(200);
    expect(state.body).toEqual(answer.body);
    const refused = await hearth.anybody.get(SESSIONS).set(half).expect(401);
    expect(refused.body.code).toBe('SECOND_FACTOR_REQUIRED');
    // Half a sign-in reads as the public does.
    await hearth.anybody.get('/api/v1/hearings').set(half).expect(200);
  });

  it('answers the same for nobody and for a wrong password', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const wrong = await signIn(ada.email, 'not the password').expect(401);
    const nobody = await signIn('nobody@example.org', 'not the password').expect(401);
    const lookalike = await signIn(ada.email.replace('e', 'е'), ada.password).expect(401);
    for (const { body } of [nobody, lookalike])
      expect({ ...body, instance: '', requestId: '' }).toEqual({
        ...wrong.body,
        instance: '',
        requestId: '',
      });
    expect(wrong.body.code).toBe('CREDENTIALS_WRONG');
    expect(nobody.get('Set-Cookie')).toBeUndefined();
  });

  it('shows one’s sessions and ends them', async () => {
    const ada = await hearth.person(['clerk']);
    const list = await hearth.anybody.get(SESSIONS).set(ada.headers).expect(200);
    expect(list.body.items).toEqual([
      {
        id: expect.any(String),
        client: 'test',
        startedAt: expect.any(String),
        seenAt: expect.any(String),
        endsAt: expect.any(String),
        isCurrent: true,
      },
    ]);
    const ended = await hearth.anybody.delete(`${SESSIONS}/current`).set(ada.headers).expect(204);
    expect(ended.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(ended.get('Set-Cookie')?.[0]).toMatch(/^hearth-sid=; Path=\/; Expires=Thu, 01 Jan 1970/);
    await hearth.anybody.get(SESSIONS).set(ada.headers).expect(401);
  });

  it('takes a write only from its own pages, with the session’s token', async () => {
    const ada = await hearth.person(['clerk']);
    const { Cookie } = ada.headers;
    const end = () => hearth.anybody.delete(SESSIONS);
    const without = await end().set({ Cookie }).expect(403);
    expect(without.body.code).toBe('CSRF');
    await end()
      .set({ Cookie, 'X-CSRF-Token': 'x'.repeat(43) })
      .expect(403);
    await end()
      .set({ ...ada.headers, Origin: 'https://evil.example' })
      .expect(403);
    await end()
      .set({ ...ada.headers, 'Sec-Fetch-Site': 'cross-site' })
      .expect(403);
    await end().set(ada.headers).expect(204);
  });

  it('ends with the account', async () => {
    const ada = await hearth.person(['clerk']);
    await hearth.anybody.get(SESSIONS).set(ada.headers).expect(200);
    const { withClient } = await import('../../support/test-database.js');
    await withClient(hearth.database.adminUrl, async (client) => {
      await client.query(`update user_account set status = 'disabled' where id = $1`, [ada.id]);
    });
    await hearth.anybody.get(SESSIONS).set(ada.headers).expect(401);
  });
});
