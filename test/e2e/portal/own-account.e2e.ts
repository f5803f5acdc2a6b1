import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { codeOf, giveTotp } from '../accounts/factors.support.js';
import { textOf, Visitor } from './visitor.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await createTestApp();
});
afterAll(() => hearth.close());

const as = (cookie: string) => new Visitor(hearth).useCookie(cookie);
const secretIn = (html: string) =>
  /<code class="hearth-code">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
const codesIn = (html: string) => [...html.matchAll(/<li><code>([^<]+)<\/code>/g)].map(([, code]) => code!);

/** Somebody signed in here, and in another browser. */
async function inTwoBrowsers(): Promise<{ here: Visitor; there: Visitor }> {
  const ada = await hearth.person(['clerk']);
  const totp = codeOf(await giveTotp(hearth, ada));
  const there = await new Visitor(hearth).open('/sign-in');
  await there.send('/sign-in', { email: ada.email, password: ada.password });
  await there.send('/sign-in/second-factor', { totp });
  expect(there.path).toBe('/account');
  return { here: as(ada.headers.Cookie), there };
}

describe('one’s own sessions', () => {
  it('are listed, and each of the others can be ended', async () => {
    const { here, there } = await inTwoBrowsers();
    const page = await here.open('/account/sessions');
    const ends = page.forms().filter(({ action }) => /sessions\/[0-9a-f-]{36}\/end$/.test(action));
    expect(ends).toHaveLength(1);
    await page.send(ends[0]!.action);
    expect(page.path).toBe('/account/sessions');
    expect(page.html).toContain('The session was ended.');
    expect(page.forms().some(({ action }) => action.includes('/others/'))).toBe(false);
    expect((await there.open('/account')).status).toBe(401);
    // What was done is told once.
    expect((await page.open('/account/sessions')).html).not.toContain('The session was ended.');
  });

  it('are all ended but the one that asks', async () => {
    const { here, there } = await inTwoBrowsers();
    const page = await here.open('/es/account/sessions');
    await page.send('/es/account/sessions/others/end');
    expect(page.html).toContain('Todas las demás sesiones se cerraron.');
    expect((await there.open('/account')).status).toBe(401);
  });

  it('of somebody else are not there', async () => {
    const [ada, eve] = [await hearth.person(['clerk']), await hearth.person(['clerk'])];
    const theirs = (await hearth.anybody.get('/api/v1/sessions').set(ada.headers).expect(200)).body.items[0];
    const page = await as(eve.headers.Cookie).open('/account/sessions');
    const csrfToken = page.forms()[0]!.hidden['csrfToken']!;
    await page.post(`/account/sessions/${theirs.id}/end`, { csrfToken });
    expect([page.status, page.title]).toEqual([404, 'Page not found – Hearth']);
    expect((await as(ada.headers.Cookie).open('/account')).status).toBe(200);
  });
});

describe('a second factor', () => {
  it('is set up on the first sign-in: a picture, a key to type, a proof, and recovery codes this once', async () => {
    const ada = await hearth.person(['clerk'], { stage: 'none' });
    const page = await new Visitor(hearth).open('/sign-in');
    await page.send('/sign-in', { email: ada.email, password: ada.password });
    expect([page.path, page.title]).toEqual(['/account/factors', 'Set up a second factor – Hearth']);
    await page.open('/account/factors/add/totp');
    await page.send('/account/factors/add/totp', { name: '' });
    expect([page.status, page.complaints]).toEqual([422, ['Give it a name']]);
    await page.send('/account/factors/add/totp', { name: 'My <telephone>' });
    const [secret, picture] = [secretIn(page.html), /<path d="([^"]+)"/.exec(page.html)?.[1]];
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const confirm = page.forms().find(({ action }) => action.endsWith('/confirm'))!.action;
    // A wrong code shows the same picture again.
    await page.send(confirm, { totp: '123' });
    expect([page.status, secretIn(page.html)]).toEqual([422, secret]);
    expect(/<path d="([^"]+)"/.exec(page.html)?.[1]).toBe(picture);
    await page.send(confirm, { totp: codeOf(Buffer.from(base32(secret))) });
    expect([page.status, page.title]).toEqual([200, 'Your recovery codes – Hearth']);
    expect(new Set(codesIn(page.html)).size).toBe(10);
    await page.open('/account/factors');
    expect(textOf(page.html)).toContain('My <telephone>');
    expect(page.html).not.toContain('<telephone>');
    expect((await page.open('/account')).status).toBe(200);
  });

  it('that is the last is not removed, and the page says why', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    const page = await as(ada.headers.Cookie).open('/account/factors');
    const path = /href="(\/account\/factors\/[^"]+\/remove)"/.exec(page.html)![1]!;
    await page.open(path);
    await page.send(path);
    expect(page.status).toBe(422);
    expect(page.complaints[0]).toMatch(/this is the last one/);
  });

  it('is removed by whoever has another', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    await giveTotp(hearth, ada);
    const page = await as(ada.headers.Cookie).open('/account/factors');
    const paths = [...page.html.matchAll(/href="(\/account\/factors\/[^"]+\/remove)"/g)];
    expect(paths).toHaveLength(2);
    await page.open(paths[0]![1]!);
    await page.send(paths[0]![1]!);
    expect([page.path, page.html.includes('It was removed.')]).toEqual(['/account/factors', true]);
  });

  it('of a kind that there is not is no page', async () => {
    const ada = await hearth.person(['clerk']);
    expect((await as(ada.headers.Cookie).open('/account/factors/add/sms')).status).toBe(404);
    expect((await as(ada.headers.Cookie).open('/account/factors/add/__proto__')).status).toBe(404);
  });
});

describe('recovery codes', () => {
  it('are made anew, and each lets in once', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    const page = await as(ada.headers.Cookie).open('/account/recovery-codes');
    await page.send('/account/recovery-codes');
    const [code = ''] = codesIn(page.html);
    const again = await new Visitor(hearth).open('/sign-in');
    await again.send('/sign-in', { email: ada.email, password: ada.password });
    await again.send('/sign-in/second-factor', { recoveryCode: code });
    expect([again.path, again.status]).toEqual(['/account', 200]);
  });
});

/** RFC 4648, as an app reads what was typed. */
function base32(text: string): number[] {
  const bits = [...text].map((sign) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'),
  );
  return (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
