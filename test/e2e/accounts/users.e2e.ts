import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Person } from '../../support/people.js';
import { createTestApp, revisionIn, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

const USERS = '/api/v1/users';

describe('users', () => {
  let hearth: TestApp;
  let admin: Person;
  let count = 0;

  beforeAll(async () => {
    hearth = await createTestApp();
    admin = await hearth.person(['admin'], { name: 'Grace' });
  });

  afterAll(() => hearth.close());

  const someone = () => ({ name: 'Ada Lovelace', email: `Ada.${(count += 1)}@example.org` });
  const get = (path: string, by = admin) => hearth.anybody.get(`${USERS}/${path}`).set(by.headers);
  const invite = (body: object, by = admin) => hearth.anybody.post(USERS).set(by.headers).send(body);
  const patch = (id: string, body: object, by = admin, tag = '*') =>
    hearth.anybody.patch(`${USERS}/${id}`).set(by.headers).set('If-Match', tag).send(body);
  const rows = async <T extends object>(text: string, values: unknown[]): Promise<T[]> => {
    let found: T[] = [];
    await withClient(hearth.database.adminUrl, async (client) => {
      found = (await client.query<T>(text, values)).rows;
    });
    return found;
  };

  describe('inviting', () => {
    it('makes an account that waits for its person', async () => {
      const input = { ...someone(), language: 'es', roles: ['clerk', 'custodian'] };
      const made = await invite(input).expect(201);
      expect(made.body).toEqual({
        id: expect.any(String),
        name: input.name,
        email: input.email,
        language: 'es',
        status: 'invited',
        roles: ['clerk'],
        requestedRoles: ['custodian'],
        hasSecondFactor: false,
        lastSignInOn: null,
        createdAt: expect.any(String),
      });
      expect(made.get('Location')).toBe(`${USERS}/${made.body.id}`);
      const read = await get(made.body.id).expect(200);
      expect(read.body).toEqual(made.body);
      expect(read.get('ETag')).toBe(made.get('ETag'));
      const links = await rows('select purpose, created_by from account_token where account_id = $1', [
        made.body.id,
      ]);
      expect(links).toEqual([{ purpose: 'invitation', created_by: admin.id }]);
      const [mail, ...more] = await hearth.mailsTo(input.email);
      expect(mail?.text).toContain('7 días');
      expect(mail?.token).toMatch(/^[\w-]{43}$/);
      expect(more).toEqual([]);
      const log = await rows<{ action: string; details: object; text: string }>(
        'select action, details, e::text as text from audit.entry e where subject_id = $1',
        [made.body.id],
      );
      expect(log).toMatchObject([
        { action: 'user.invited', details: { given: ['clerk'], asked: ['custodian'] } },
      ]);
      expect(JSON.stringify(log)).not.toMatch(/ada|lovelace/i);
    });

    it('is done once, however often it is sent', async () => {
      const input = someone();
      const send = () => invite(input).set('Idempotency-Key', input.email);
      const first = await send().expect(201);
      const again = await send().expect(201);
      expect(again.body).toEqual(first.body);
      const links = await rows('select from account_token where account_id = $1', [first.body.id]);
      expect(links).toHaveLength(1);
      expect(await hearth.mailsTo(input.email)).toHaveLength(1);
      const other = await invite(someone()).set('Idempotency-Key', input.email).expect(422);
      expect(other.body.code).toBe('IDEMPOTENCY_MISMATCH');
    });

    it('knows an address however it is written, and takes it once from two at once', async () => {
      const { name, email } = someone();
      const answers = await Promise.all([
        invite({ name, email }),
        invite({ name, email: email.toUpperCase() }),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('EMAIL_TAKEN');
    });

    it.each([
      ['a letter of another script', 'аda@example.org', 'ADDRESS_NOT_ASCII'],
      ['a look-alike domain', 'ada@exаmple.org', 'ADDRESS_NOT_ASCII'],
      ['wide letters', 'ａda@example.org', 'ADDRESS_NOT_ASCII'],
      ['no domain', 'ada@', 'FORMAT'],
      ['two addresses', 'ada@example.org,eve@example.org', 'FORMAT'],
      ['a name around it', 'Ada <ada@example.org>', 'FORMAT'],
      ['quotes', '"ada,eve"@example.org', 'FORMAT'],
      ['a line of a header', 'ada@example.org\r\nBcc: eve@example.org', 'ADDRESS_NOT_ASCII'],
      ['too much', `${'a'.repeat(250)}@example.org`, 'TOO_LONG'],
    ])('refuses an address with %s', async (_, email, code) => {
      const refused = await invite({ name: 'Ada', email }).expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '/email', code }]);
    });

    it.each([
      [{ roles: ['public'] }, 'NOT_A_CHOICE', '/roles'],
      [{ roles: ['clerk', 'clerk'] }, 'DUPLICATE', '/roles'],
      [{ language: 'fr' }, 'NOT_A_CHOICE', '/language'],
      [{ status: 'active' }, 'UNKNOWN_PROPERTY', '/status'],
      [{ name: 'a\u0000' }, 'TEXT_NOT_STORABLE', '/name'],
    ])('refuses %j', async (wrong, code, pointer) => {
      const refused = await invite({ ...someone(), ...wrong }).expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer, code }]);
    });

    it('leaves nothing where the roles do not go together', async () => {
      const input = someone();
      const refused = await invite({ ...input, roles: ['admin', 'chair'] }).expect(422);
      expect(refused.body).toMatchObject({ code: 'ROLES_CONFLICT', errors: [{ pointer: '/roles' }] });
      expect(await rows('select from user_account where email = $1', [input.email])).toHaveLength(0);
    });

    it('can be repeated until it was accepted; the links before stop working', async () => {
      const made = await invite(someone()).expect(201);
      const again = () => hearth.anybody.post(`${USERS}/${made.body.id}/invitations`).set(admin.headers);
      const link = () =>
        rows<{ id: string }>('select id from account_token where account_id = $1 and used_at is null', [
          made.body.id,
        ]);
      const first = await link();
      await again().set('Idempotency-Key', made.body.id).expect(202);
      const second = await link();
      await again().set('Idempotency-Key', made.body.id).expect(202);
      expect(await link()).toHaveLength(1);
      expect(second).not.toEqual(first);
      expect(await link()).toEqual(second);
      const accepted = await hearth.anybody
        .post(`${USERS}/${admin.id}/invitations`)
        .set(admin.headers)
        .expect(409);
      expect(accepted.body.code).toBe('ALREADY_ACCEPTED');
      await patch(made.body.id, { status: 'disabled' }).expect(200);
      expect((await again().expect(409)).body.code).toBe('ACCOUNT_DISABLED');
    });
  });

  describe('the list', () => {
    it('is paged, counted and filtered', async () => {
      const chair = await hearth.person(['chair'], { name: 'Zoe' });
      const page = await hearth.anybody
        .get(`${USERS}?limit=1`)
        .set(admin.headers)
        .set('Prefer', 'return=total-count')
        .expect(200);
      expect(page.body.items).toHaveLength(1);
      expect(page.get('Cache-Control')).toBe('no-store');
      const next = await hearth.anybody
        .get(`${USERS}?limit=250&cursor=${encodeURIComponent(page.body.next)}`)
        .set(admin.headers)
        .expect(200);
      expect(next.body.items).toHaveLength(page.body.total - 1);
      const chairs = await hearth.anybody
        .get(`${USERS}?role=chair&status=active`)
        .set(admin.headers)
        .expect(200);
      expect(chairs.body.items.map(({ id }: { id: string }) => id)).toEqual([chair.id]);
      const wrong = await hearth.anybody.get(`${USERS}?role=public`).set(admin.headers).expect(400);
      expect(wrong.body.errors).toMatchObject([{ pointer: '/role', code: 'NOT_A_CHOICE' }]);
    });
  });

  it('answer to administrators with a session and to nobody else', async () => {
    const { id } = admin;
    const asks = [
      hearth.anybody.get(USERS),
      hearth.anybody.post(USERS),
      hearth.anybody.get(`${USERS}/${id}`),
      hearth.anybody.patch(`${USERS}/${id}`),
      hearth.anybody.put(`${USERS}/${id}/roles`),
      hearth.anybody.post(`${USERS}/${id}/invitations`),
      hearth.anybody.delete(`${USERS}/${id}/sessions`),
    ];
    const clerk = await hearth.person(['clerk', 'chair']);
    // No key has what its owner may only do signed in.
    const key = await hearth.bearer('admin');
    for (const ask of asks) {
      const nobody = await ask;
      expect(nobody.status).toBe(401);
      const url = new URL(nobody.request.url).pathname;
      const method = nobody.request.method.toLowerCase() as 'get';
      expect((await hearth.anybody[method](url).set(clerk.headers)).body.code).toBe('FORBIDDEN');
      expect((await hearth.anybody[method](url).set('Authorization', key)).status).toBe(403);
    }
  });

  it('that are not there are 404, whatever is asked', async () => {
    const id = randomUUID();
    const machine = '00000000-0000-4000-8000-000000000001';
    for (const absent of [id, machine]) {
      expect((await get(absent).expect(404)).body.code).toBe('USER_NOT_FOUND');
      expect((await patch(absent, { name: 'x' }).expect(404)).body.code).toBe('USER_NOT_FOUND');
      await hearth.anybody.delete(`${USERS}/${absent}/sessions`).set(admin.headers).expect(404);
      await hearth.anybody.post(`${USERS}/${absent}/invitations`).set(admin.headers).expect(404);
    }
    await get('..%2fusers%00').expect(400);
  });

  describe('changing one', () => {
    it('asks for its revision', async () => {
      const ada = await hearth.person(['clerk']);
      const { headers } = await get(ada.id).expect(200);
      const tag = headers['etag'] as string;
      const missing = await hearth.anybody
        .patch(`${USERS}/${ada.id}`)
        .set(admin.headers)
        .send({ name: 'A' })
        .expect(428);
      expect(missing.body.code).toBe('IF_MATCH_REQUIRED');
      const changed = await patch(ada.id, { name: 'Ada', language: 'es' }, admin, tag).expect(200);
      expect(changed.body).toMatchObject({ name: 'Ada', language: 'es' });
      expect(revisionIn(changed.get('ETag'))).not.toBe(revisionIn(tag));
      const stale = await patch(ada.id, { name: 'Eve' }, admin, tag).expect(412);
      expect(stale.body.code).toBe('STALE');
      expect(revisionIn(stale.get('ETag'))).toBe(revisionIn(changed.get('ETag')));
    });

    it('tells a clerk who administers whose change came before', async () => {
      const both = await hearth.person(['admin', 'clerk']);
      const ada = await hearth.person(['clerk']);
      await patch(ada.id, { language: 'es' }).expect(200);
      const stale = await patch(ada.id, { name: 'Eve' }, both, `"${randomUUID()}"`).expect(412);
      expect(stale.body.errors).toMatchObject([{ pointer: '/language', code: 'CHANGED' }]);
      expect(stale.body.errors[0].detail).toContain('Grace');
    });

    it('lets one of two at once through', async () => {
      const ada = await hearth.person(['clerk']);
      const tag = (await get(ada.id)).get('ETag') ?? '';
      const answers = await Promise.all(['A', 'B'].map((name) => patch(ada.id, { name }, admin, tag)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    });

    it('moves an address, and closes what was mailed to the old one', async () => {
      const made = await invite(someone()).expect(201);
      const taken = await patch(made.body.id, { email: admin.email }).expect(409);
      expect(taken.body.code).toBe('EMAIL_TAKEN');
      const { email } = someone();
      expect((await patch(made.body.id, { email }).expect(200)).body.email).toBe(email);
      const open = await rows('select from account_token where account_id = $1 and used_at is null', [
        made.body.id,
      ]);
      expect(open).toHaveLength(0);
    });

    it('leaves the address of whoever is trusted, or may soon be, as it is', async () => {
      const custodian = await hearth.person(['custodian']);
      const soon = await invite({ ...someone(), roles: ['counsel'] }).expect(201);
      for (const id of [custodian.id, soon.body.id as string]) {
        const refused = await patch(id, { email: someone().email }).expect(409);
        expect(refused.body.code).toBe('ADDRESS_HELD');
        // Another spelling is no other address.
        const row = await get(id);
        await patch(id, { email: (row.body.email as string).toUpperCase() }).expect(200);
      }
    });
  });

  describe('disabling', () => {
    const keyFor = async (id: string): Promise<string> => {
      const { formatKey, hashOf, newKey } = await import('#src/trust/accounts/index.js');
      const key = newKey();
      await rows(`insert into api_key (actor_id, prefix, secret_hash, name) values ($1, $2, $3, 'a key')`, [
        id,
        key.prefix,
        hashOf(key),
      ]);
      return `Bearer ${formatKey(key)}`;
    };

    it('ends sessions, links and keys at once; enabling gives the keys back and no session', async () => {
      const ada = await hearth.person(['clerk']);
      const Authorization = await keyFor(ada.id);
      const byKey = () => hearth.anybody.get('/api/v1/hearings').set({ Authorization });
      await byKey().expect(200);
      await get('me', ada).expect(200);
      const off = await patch(ada.id, { status: 'disabled' }).expect(200);
      expect(off.body.status).toBe('disabled');
      await get('me', ada).expect(401);
      expect((await byKey().expect(401)).body.code).toBe('KEY_INVALID');
      const signIn = { email: ada.email, password: ada.password };
      await hearth.anybody.post('/api/v1/sessions').send(signIn).expect(401);
      const on = await patch(ada.id, { status: 'active' }).expect(200);
      expect(on.body.status).toBe('active');
      await get('me', ada).expect(401);
      await byKey().expect(200);
      await hearth.anybody.post('/api/v1/sessions').send(signIn).expect(201);
    });

    it('takes an invitation back, and enabling waits for it again', async () => {
      const made = await invite(someone()).expect(201);
      const early = await patch(made.body.id, { status: 'active' }).expect(409);
      expect(early.body.code).toBe('NOT_ACCEPTED');
      await patch(made.body.id, { status: 'disabled' }).expect(200);
      const open = await rows('select from account_token where account_id = $1 and used_at is null', [
        made.body.id,
      ]);
      expect(open).toHaveLength(0);
      expect((await patch(made.body.id, { status: 'active' }).expect(200)).body.status).toBe('invited');
    });

    it('takes no word for active', async () => {
      const refused = await patch(admin.id, { status: 'invited' }).expect(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '/status', code: 'NOT_A_CHOICE' }]);
    });
  });

  it('are signed out everywhere', async () => {
    const ada = await hearth.person(['clerk']);
    await get('me', ada).expect(200);
    await hearth.anybody.delete(`${USERS}/${ada.id}/sessions`).set(admin.headers).expect(204);
    await get('me', ada).expect(401);
    const log = await rows('select details from audit.entry where subject_id = $1', [ada.id]);
    expect(log).toEqual([{ details: { count: 1 } }]);
  });

  describe('one’s own', () => {
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
});
