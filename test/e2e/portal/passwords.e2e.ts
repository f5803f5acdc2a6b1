import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { queryAsAdmin } from '../../support/test-database.js';
import { Visitor } from './visitor.js';

const NEW = 'mi perro tiene tres patas';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await createTestApp();
});
afterAll(() => hearth.close());

const visitor = () => new Visitor(hearth);
const lastToken = async (email: string) => (await hearth.mailsTo(email)).at(-1)?.token ?? '';

describe('a forgotten password', () => {
  it('is replaced by the code of a mail', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const page = await visitor().open('/es/forgotten-password');
    await page.send('/es/forgotten-password', { email: ada.email });
    expect([page.path, page.status]).toEqual(['/es/forgotten-password/sent', 200]);
    const token = await lastToken(ada.email);
    await page.open('/es/reset');
    await page.send('/es/reset', { token: ` ${token} `, password: 'too short' });
    expect([page.status, page.complaints]).toEqual([422, ['Use al menos 15 caracteres']]);
    // What was typed but the password is there again.
    expect(page.html).toContain(token);
    expect(page.html).not.toContain('too short');
    await page.send('/es/reset', { token, password: NEW });
    expect(page.path).toBe('/es/password-set');
    await page.open('/es/sign-in');
    await page.send('/es/sign-in', { email: ada.email, password: NEW });
    expect(page.path).toBe('/es/account/factors');
    // Once.
    const again = await visitor().open('/es/reset');
    await again.send('/es/reset', { token, password: NEW });
    expect([again.status, again.fieldErrors[0]]).toEqual([422, expect.stringMatching(/no abre nada/)]);
  });

  it('is answered alike for an address that nobody has', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const pages = [];
    for (const email of [ada.email, 'nobody@example.org']) {
      const page = await visitor().open('/forgotten-password');
      pages.push([(await page.send('/forgotten-password', { email })).path, page.html]);
    }
    expect(pages[0]).toEqual(pages[1]);
    expect(await hearth.mailsTo('nobody@example.org')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('opens the account with a password', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const secret = 'i'.repeat(43);
    await queryAsAdmin(
      hearth.database,
      `update user_account set status = 'invited', password_hash = null where id = $1`,
      [ada.id],
    );
    await queryAsAdmin(
      hearth.database,
      `insert into account_token (account_id, purpose, secret_hash, expires_at, created_by)
       values ($1, 'invitation', sha256($2::bytea), now() + interval '1 day', $1)`,
      [ada.id, secret],
    );
    const page = await visitor().open('/invitation');
    await page.send('/invitation', { token: secret, password: NEW });
    expect(page.path).toBe('/password-set');
    await page.open('/sign-in');
    await page.send('/sign-in', { email: ada.email, password: NEW });
    expect(page.title).toBe('Set up a second factor – Hearth');
  });
});

describe('one’s own password', () => {
  it('is changed with the present one; this browser stays signed in under a new cookie', async () => {
    const ada = await hearth.person(['clerk']);
    const page = await visitor().useCookie(ada.headers.Cookie).open('/account/password');
    await page.send('/account/password', { currentPassword: 'not it', newPassword: NEW });
    expect([page.status, page.complaints]).toEqual([422, ['This is not your password']]);
    await page.send('/account/password', { currentPassword: ada.password, newPassword: NEW });
    expect([page.path, page.status]).toEqual(['/account', 200]);
    expect(page.html).toContain('Your password was changed.');
    expect(page.cookie()).not.toBe(ada.headers.Cookie);
    expect((await visitor().useCookie(ada.headers.Cookie).open('/account')).status).toBe(401);
  });

  it('of ten megabytes is not read', async () => {
    const page = await visitor().open('/sign-in');
    await page.post('/sign-in', { email: 'ada@example.org', password: 'x'.repeat(10_000_000) });
    expect([page.status, page.title]).toEqual([413, 'That was too much to send – Hearth']);
  });
});
