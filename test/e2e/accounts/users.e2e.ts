import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { admin, administer, get, hearth, invite, patch, rows, someone, USERS } from './users.support.js';

administer();

describe('users', () => {
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
});
