import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { codeOf, giveTotp } from '../accounts/factors.support.js';
import { Visitor } from './visitor.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await createTestApp();
});
afterAll(() => hearth.close());

const visitor = () => new Visitor(hearth);

describe('signing in', () => {
  it('takes a password and a code, in whatever groups it is typed', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const secret = await giveTotp(hearth, ada);
    const page = await visitor().open('/es/sign-in');
    await page.send('/es/sign-in', { email: ` ${ada.email} `, password: ada.password });
    expect(page.path).toBe('/es/sign-in/second-factor');
    const [half, token] = [page.cookie(), page.forms()[0]?.hidden['csrfToken']];
    // Half a sign-in opens no page of an account, and goes on where it stands.
    expect((await page.open('/es/account/sessions')).status).toBe(401);
    for (const path of ['/es/account', '/es/sign-in']) {
      await page.open(path);
      expect(page.path).toBe('/es/sign-in/second-factor');
    }
    await page.send('/es/sign-in/second-factor', { totp: codeOf(secret).replace(/^.../, '$& ') });
    expect([page.path, page.status]).toEqual(['/es/account', 200]);
    expect(page.html).toContain(ada.name);
    expect(page.cookie()).not.toBe(half);
    expect(page.forms()[0]?.hidden['csrfToken']).not.toBe(token);
  });

  it('says alike that an address is unknown and that a password is wrong, and keeps the address typed', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    for (const email of [ada.email, 'nobody@example.org']) {
      const page = await visitor().open('/sign-in');
      await page.send('/sign-in', { email, password: 'not the right one' });
      expect(page.status).toBe(422);
      expect(page.title).toBe('Error: Sign in – Hearth');
      expect(page.complaints).toEqual(['The address or the password is wrong']);
      expect(page.html).toContain(`value="${email}"`);
      expect(page.html).not.toContain('not the right one');
      expect(page.headers['cache-control']).toBe('no-store');
    }
  });

  it('names each field that was left out, in the summary and beside it', async () => {
    const page = await visitor().open('/es/sign-in');
    await page.send('/es/sign-in', {});
    expect(page.status).toBe(422);
    expect(page.complaints).toEqual(['Escriba su correo electrónico', 'Escriba su contraseña']);
    expect(page.fieldErrors).toEqual(page.complaints);
    expect(page.html).toContain('href="#email"');
  });

  it('escapes what it shows again', async () => {
    const page = await visitor().open('/sign-in');
    await page.send('/sign-in', { email: `"><script>alert(1)</script>`, password: 'x' });
    expect(page.status).toBe(422);
    expect(page.html).not.toContain('<script>');
  });

  it('is refused to a form of another site', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const { status, text, headers } = await hearth.anybody
      .post('/sign-in')
      .set('Origin', 'https://elsewhere.example')
      .type('form')
      .send({ email: ada.email, password: ada.password });
    expect(status).toBe(403);
    expect(text).toContain('<h1');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('asks for a code again, and after the fifth for the password', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    await giveTotp(hearth, ada);
    const page = await visitor().open('/sign-in');
    await page.send('/sign-in', { email: ada.email, password: ada.password });
    await page.send('/sign-in/second-factor', { totp: 'abc' });
    expect(page.complaints).toEqual(['Enter the six figures that the app shows']);
    for (let time = 0; time < 5; time += 1) await page.send('/sign-in/second-factor', { totp: '000000' });
    expect(page.complaints[0]).toMatch(/^That was not accepted/);
    await page.send('/sign-in/second-factor', { totp: '000000' });
    expect([page.status, page.title]).toEqual([401, 'You need to sign in – Hearth']);
  });
});

describe('signing out', () => {
  it('ends the session, clears the browser and leaves nothing to go back to', async () => {
    const ada = await hearth.person(['clerk']);
    const page = await visitor().useCookie(ada.headers.Cookie).open('/account');
    expect(page.headers['cache-control']).toBe('no-store');
    const answer = await hearth.anybody
      .post('/sign-out')
      .set('Cookie', ada.headers.Cookie)
      .type('form')
      .send({ csrfToken: page.forms()[0]?.hidden['csrfToken'] });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/signed-out']);
    expect(answer.headers['clear-site-data']).toContain('"cache"');
    expect((await page.open('/account')).status).toBe(401);
  });

  it('needs the session’s token', async () => {
    const ada = await hearth.person(['clerk']);
    const page = await visitor().useCookie(ada.headers.Cookie).post('/sign-out', {});
    expect([page.status, page.title]).toEqual([403, 'You may not do this – Hearth']);
    expect((await page.open('/account')).status).toBe(200);
  });
});

describe('a page for who is signed in', () => {
  it.each(['/account', '/account/sessions', '/account/factors', '/account/recovery-codes'])(
    'at %s asks anybody else to sign in',
    async (path) => {
      const page = await visitor().open(`/es${path}`);
      expect([page.status, page.title]).toEqual([401, 'Debe iniciar sesión – Hearth']);
      expect(page.html).toContain('href="/es/sign-in"');
    },
  );

  it('is kept by no cache, the home page included', async () => {
    const ada = await hearth.person(['clerk']);
    for (const path of ['/', '/account', '/account/sessions']) {
      const page = await visitor().useCookie(ada.headers.Cookie).open(path);
      expect([path, page.status, page.headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(page.headers['x-robots-tag']).toBe('noindex');
    }
  });
});
