import { watch } from './browser.mjs';
import { judge } from './judge.mjs';
import { codeOf, invite, PASSWORD } from './person.mjs';

/** From the invitation to signed in with an app's code, without JavaScript and without a mouse, in Spanish. */
export async function signInWithApp(site) {
  const person = await invite(site, 'clerk', 'es');
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const faults = watch(page, site.url);

  await page.goto(person.link);
  await fill(page, { token: person.token, password: 'too short' });
  await expectTitle(page, /^Error: Abra su cuenta/);
  // The code stands there still; the password is typed anew.
  await fill(page, { password: PASSWORD });
  await expectTitle(page, /^Su contraseña está lista/);

  await page.goto(`${site.url}/es/sign-in`);
  await fill(page, { email: person.email, password: PASSWORD });
  await expectTitle(page, /^Configure un segundo factor/);
  await follow(page, 'a[href="/es/account/factors/add/totp"]');
  await fill(page, { name: 'Mi teléfono' });
  await expectTitle(page, /^Configure su aplicación/);
  const secret = await page.locator('code').innerText();
  await fill(page, { totp: '000000' });
  await expectTitle(page, /^Error: Configure su aplicación/);
  if ((await page.locator('code').innerText()) !== secret) throw new Error('A wrong code changes the key');
  await fill(page, { totp: codeOf(secret) });
  await expectTitle(page, /^Sus códigos de recuperación/);
  const codes = await page.locator('ol code').allInnerTexts();
  if (codes.length !== 10) throw new Error(`${codes.length} recovery codes`);
  await press(page, 'form[action="/es/sign-out"] button');
  await expectTitle(page, /^Ha cerrado la sesión/);

  await page.goto(`${site.url}/es/sign-in`);
  await fill(page, { email: person.email, password: PASSWORD });
  await expectTitle(page, /^Un paso más/);
  await fill(page, { totp: codeOf(secret, 1) });
  await expectTitle(page, /^Su cuenta/);
  const whole = await context.storageState();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await context.close();
  return {
    person,
    whole,
    said: 'invitation, password and app by keyboard, without scripts, in Spanish',
  };
}

/** Where the second factor is asked for. */
export async function halfWay({ url, browser }, { email }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await fill(page, { email, password: PASSWORD });
  await expectTitle(page, /^One more step/);
  const half = await context.storageState();
  await context.close();
  return half;
}

/** The pages that only a form leads to, judged like all others. */
export async function judgeForms(site, { whole }) {
  const context = await site.browser.newContext({ storageState: whole });
  const page = await context.newPage();
  const faults = watch(page, site.url);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const look = async (name) => {
      faults.push(...(await judge(page, 'es')).map((fault) => `${name} ${width}: ${fault}`));
      if (site.pictures)
        await page.screenshot({ path: `${site.pictures}/${name}-es-${width}.png`, fullPage: true });
    };
    await page.goto(`${site.url}/es/account/factors/add/totp`);
    await fill(page, { name: '' });
    await look('add-wrong');
    await fill(page, { name: 'Otro teléfono' });
    await look('set-up-app');
    await page.goto(`${site.url}/es/account/password`);
    await fill(page, { currentPassword: PASSWORD, newPassword: 'short' });
    await look('password-wrong');
    await page.goto(`${site.url}/es/account/recovery-codes`);
    await press(page, 'main form button');
    await look('codes');
  }
  await context.close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return 'pages behind forms: axe, width, no other host, a silent console';
}

/** Types into the fields by their names, and sends with Enter. */
export async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:visible`);
    await field.focus();
    await field.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(value);
  }
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

export async function press(page, selector) {
  await page.locator(selector).focus();
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
}

const follow = press;

export async function expectTitle(page, pattern) {
  const title = await page.title();
  if (!pattern.test(title))
    throw new Error(`${page.url()} is titled ${title}, not ${pattern}\n${await page.innerText('main')}`);
}
