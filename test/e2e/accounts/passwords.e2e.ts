import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { DOORKEEPER } from '#src/trust/accounts/index.js';
import type { Person } from '../../support/people.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { queryAsAdmin } from '../../support/test-database.js';

const API = '/api/v1';
const NEW = 'mi perro tiene tres patas';

describe('passwords', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const admin = (text: string, values: unknown[] = []) => queryAsAdmin(hearth.database, text, values);
  const signIn = (email: string, password: string) =>
    hearth.anybody.post(`${API}/sessions`).send({ email, password });
  const ask = (email: string) => hearth.anybody.post(`${API}/password-resets`).send({ email });
  const confirm = (token: string, password: string) =>
    hearth.anybody.post(`${API}/password-resets/confirmation`).send({ token, password });
  const change = (ada: Person, currentPassword: string, newPassword: string) =>
    hearth.anybody.put(`${API}/users/me/password`).set(ada.headers).send({ currentPassword, newPassword });
  const tokenFor = async (ada: Person): Promise<string> => {
    await ask(ada.email).expect(202);
    return (await hearth.mailsTo(ada.email)).at(-1)?.token ?? '';
  };
  const actions = async (id: string): Promise<unknown[]> =>
    (await admin('select action from audit.entry where subject_id = $1 order by at, id', [id])).map(
      ({ action }) => action,
    );

  describe('by mail', () => {
    it('are set anew: the old one and every session end', async () => {
      const ada = await hearth.person(['clerk']);
      const token = await tokenFor(ada);
      await confirm(token, NEW).expect(204);
      await hearth.anybody.get(`${API}/sessions`).set(ada.headers).expect(401);
      await signIn(ada.email, ada.password).expect(401);
      await signIn(ada.email, NEW).expect(201);
      expect(await actions(ada.id)).toEqual(
        expect.arrayContaining(['password.reset_asked', 'password.reset']),
      );
    });

    it('end half a sign-in too, and sign nobody in', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'enrolment' });
      const token = await tokenFor(ada);
      // A browser in which somebody planted a session of theirs, or the person's own half one.
      const answer = await confirm(token, NEW).set('Cookie', ada.headers.Cookie);
      // With a session the write needs its token, like every other.
      expect(answer.status).toBe(403);
      await confirm(token, NEW).set(ada.headers).expect(204);
      const after = await hearth.anybody.get(`${API}/sessions/current`).set(ada.headers);
      expect(after.status).toBe(401);
    });

    it('are not set by a token that is wrong, used, old or run out: one answer', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const old = await tokenFor(ada);
      const token = await tokenFor(ada);
      const ben = await hearth.person(['clerk'], { stage: 'none' });
      const late = await tokenFor(ben);
      await admin('update account_token set expires_at = now() where account_id = $1', [ben.id]);
      await confirm(token, NEW).expect(204);
      const answers = [];
      for (const bad of [old, token, late, 'x'.repeat(43), 'x', '../..', `${late.slice(0, -1)}!`])
        answers.push(await confirm(bad, NEW));
      for (const { status, body } of answers) {
        expect(status).toBe(422);
        expect({ ...body, requestId: '' }).toEqual({ ...answers[0]!.body, requestId: '' });
      }
      expect(answers[0]!.body.code).toBe('TOKEN_INVALID');
    });

    it('are set once by two at once', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const token = await tokenFor(ada);
      const passwords = [
        NEW,
        'un gato con siete vidas',
        'tres tristes tigres tragaban',
        'cuatro esquinas tiene mi cama',
      ];
      const answers = await Promise.all(passwords.map((password) => confirm(token, password)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 422, 422, 422]);
      const won = passwords[answers.findIndex(({ status }) => status === 204)]!;
      await signIn(ada.email, won).expect(201);
    });

    it('leave the token good when the password was refused', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const token = await tokenFor(ada);
      const refused = await confirm(token, 'passwordpassword').expect(422);
      expect(refused.body.errors[0].pointer).toBe('/password');
      await confirm(token, NEW).expect(204);
    });

    it('open an account that was invited', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      await admin(`update user_account set status = 'invited', password_hash = null where id = $1`, [ada.id]);
      const secret = 'i'.repeat(43);
      await admin(
        `insert into account_token (account_id, purpose, secret_hash, expires_at, created_by)
         values ($1, 'invitation', sha256($2::bytea), now() + interval '1 day', $1)`,
        [ada.id, secret],
      );
      await ask(ada.email).expect(202);
      expect(await hearth.mailsTo(ada.email)).toEqual([]);
      await confirm(secret, NEW).expect(204);
      await signIn(ada.email, NEW).expect(201);
      expect(await actions(ada.id)).toContain('account.activated');
    });

    it('are asked for with one answer, whether there is an account or not', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const closed = await hearth.person(['clerk'], { stage: 'none' });
      await admin(`update user_account set status = 'disabled' where id = $1`, [closed.id]);
      const answers = [];
      for (const email of [
        ada.email,
        closed.email,
        'nobody@example.org',
        'not an address',
        'аda@example.org',
      ])
        answers.push(await ask(email).expect(202));
      for (const { headers, text } of answers) {
        expect(text).toBe('');
        expect(Object.keys(headers).toSorted()).toEqual(Object.keys(answers[0]!.headers).toSorted());
        expect(headers['set-cookie']).toBeUndefined();
      }
      expect(await hearth.mailsTo(ada.email)).toHaveLength(1);
      expect(await hearth.mailsTo(closed.email)).toEqual([]);
    });

    it('are not set for an account that another house signs in', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      await admin('update user_account set password_hash = null where id = $1', [ada.id]);
      await ask(ada.email).expect(202);
      expect(await hearth.mailsTo(ada.email)).toEqual([]);
    });

    it('lead to no host that a request named', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      await ask(ada.email).set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' }).expect(202);
      const [mail] = await hearth.mailsTo(ada.email);
      expect(mail?.text).not.toContain('evil');
      expect(mail?.text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/reset#token=[\w-]{43}$/m);
    });
  });

  describe('of one’s own', () => {
    it('change: the other sessions end, this one goes on under another cookie', async () => {
      const ada = await hearth.person(['clerk']);
      const answer = await change(ada, ada.password, NEW).expect(204);
      await hearth.anybody.get(`${API}/sessions`).set(ada.headers).expect(401);
      const cookie = answer.get('Set-Cookie')?.find((line) => line.startsWith('hearth-sid=')) ?? '';
      const fresh = { Cookie: cookie.split(';')[0] ?? '' };
      const list = await hearth.anybody.get(`${API}/sessions`).set(fresh).expect(200);
      expect(list.body.items).toHaveLength(1);
      await signIn(ada.email, ada.password).expect(401);
      await signIn(ada.email, NEW).expect(201);
    });

    it('do not change without the current one', async () => {
      const ada = await hearth.person(['clerk']);
      const refused = await change(ada, 'not my password at all', NEW).expect(422);
      expect(refused.body).toMatchObject({
        code: 'PASSWORD_WRONG',
        errors: [{ pointer: '/currentPassword' }],
      });
      expect(await actions(ada.id)).toContain('password.refused');
      await hearth.anybody.get(`${API}/sessions`).set(ada.headers).expect(200);
    });

    it.each([
      ['short', 'PASSWORD_TOO_SHORT'],
      ['🔥'.repeat(129), 'PASSWORD_TOO_LONG'],
      ['123456789012345', 'PASSWORD_LEAKED'],
      ['aaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
      ['Zachary-Quintessa 1999', 'PASSWORD_PERSONAL'],
    ])('do not change to %s: %s', async (password, code) => {
      const ada = await hearth.person(['clerk'], { name: 'Zachary Quintessa' });
      const refused = await change(ada, ada.password, password).expect(422);
      expect(refused.body).toMatchObject({ code, errors: [{ pointer: '/newPassword', code }] });
      await hearth.anybody.get(`${API}/sessions`).set(ada.headers).expect(200);
    });

    it('are not the commission’s name', async () => {
      await admin(`update commission set name = 'Commission for Quarrelsome Zebras'`);
      const ada = await hearth.person(['clerk']);
      const refused = await change(ada, ada.password, 'quarrelsome.zebras.26').expect(422);
      expect(refused.body.code).toBe('PASSWORD_PERSONAL');
    });

    it('are nothing that a key can change, or half a sign-in', async () => {
      const body = { currentPassword: 'x', newPassword: NEW };
      const put = () => hearth.anybody.put(`${API}/users/me/password`).send(body);
      await put().expect(401);
      await put()
        .set('Authorization', await hearth.bearer('clerk'))
        .expect(403);
      const half = await hearth.person(['clerk'], { stage: 'enrolment' });
      await put().set(half.headers).expect(401);
    });

    it('change for one of two at once', async () => {
      const ada = await hearth.person(['clerk']);
      const answers = await Promise.all([
        change(ada, ada.password, NEW),
        change(ada, ada.password, 'un gato con siete vidas'),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 204)).toHaveLength(1);
      const won = [NEW, 'un gato con siete vidas'][statuses.indexOf(204)]!;
      await signIn(ada.email, won).expect(201);
    });
  });

  describe('at sign-in', () => {
    it('are the same however they were typed', async () => {
      const ada = await hearth.person(['clerk']);
      const password = 'contraseña única ¡sí, ésta!';
      await change(ada, ada.password, password.normalize('NFC')).expect(204);
      await signIn(ada.email, password.normalize('NFD')).expect(201);
    });

    it('are hashed again when the work asked for has grown', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const kept = async () =>
        (await admin('select password_hash from user_account where id = $1', [ada.id]))[0]?.['password_hash'];
      const weak = await hash(ada.password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
      await admin('update user_account set password_hash = $2 where id = $1', [ada.id, weak]);
      await signIn(ada.email, 'wrong').expect(401);
      expect(await kept()).toBe(weak);
      await signIn(ada.email, ada.password).expect(201);
      const strong = await kept();
      expect(strong).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      await signIn(ada.email, ada.password).expect(201);
      expect(await kept()).toBe(strong);
    });

    it('of 10 MB are turned away before anything is computed', async () => {
      await signIn('ada@example.org', 'x'.repeat(10_000_000)).expect(413);
      const refused = await signIn('ada@example.org', 'x'.repeat(100_000)).expect(400);
      expect(refused.body.errors[0]).toMatchObject({ pointer: '/password', code: 'TOO_LONG' });
      await confirm('x', 'x'.repeat(100_000)).expect(400);
    });

    it('longer than any can be are wrong like any other', async () => {
      const ada = await hearth.person(['clerk'], { stage: 'none' });
      const refused = await signIn(ada.email, 'x'.repeat(200)).expect(401);
      expect(refused.body.code).toBe('CREDENTIALS_WRONG');
    });
  });

  it('take no property that was not asked for', async () => {
    const refused = await hearth.anybody
      .post(`${API}/password-resets`)
      .send({ email: 'a@b.org', role: 'admin' })
      .expect(400);
    expect(refused.body.errors[0].code).toBe('UNKNOWN_PROPERTY');
  });

  it('come from pages of ours', async () => {
    for (const request of [ask('ada@example.org'), confirm('x', NEW), signIn('ada@example.org', 'x')]) {
      const refused = await request.set('Origin', 'https://evil.example').expect(403);
      expect(refused.body.code).toBe('CSRF');
    }
  });

  it('leave no word of theirs in the log', async () => {
    const [row] = await admin(
      `select string_agg(details::text, ' ') as text from audit.entry where action like 'password%' or action like 'account%'`,
    );
    expect(row?.['text']).not.toMatch(/@|argon|perro/);
    const doorkeeper = await admin(
      `select count(*)::int as n from audit.entry where action = 'password.reset_asked' and subject_id = $1`,
      [DOORKEEPER.id],
    );
    expect(doorkeeper[0]?.['n']).toBeGreaterThan(0);
  });
});
