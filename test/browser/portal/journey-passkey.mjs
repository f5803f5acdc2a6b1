import { watch } from './browser.mjs';
import { expectTitle, fill, press } from './journey-app.mjs';
import { invite, PASSWORD } from './person.mjs';

/** From the mailed link to signed in with a passkey, which Chromium's own virtual authenticator makes and uses. */
export async function signInWithPasskey(site) {
  const person = await invite(site, 'commissioner');
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const faults = watch(page, site.url);
  const authenticator = await plugIn(page);

  await page.goto(person.link);
  if (new URL(page.url()).hash !== '') throw new Error('The code stays in the address');
  if (await page.locator('[name=token]').isVisible())
    throw new Error('The code is asked for though the link had it');
  await fill(page, { password: PASSWORD });
  await expectTitle(page, /^Your password is set/);
  await page.goto(`${site.url}/sign-in`);
  await fill(page, { email: person.email, password: PASSWORD });
  await expectTitle(page, /^Set up a second factor/);
  await press(page, 'a[href="/account/factors/add/passkey"]');
  await fill(page, { name: 'Blue key' });
  await expectTitle(page, /^Make your passkey/);
  await press(page, 'form[data-passkey] button');
  await expectTitle(page, /^Your recovery codes/);
  await press(page, 'a[href="/account"].govuk-button');
  await expectTitle(page, /^Your account/);
  await press(page, 'form[action="/sign-out"] button');
  await expectTitle(page, /^You are signed out/);
  await page.goBack();
  await expectTitle(page, /^You need to sign in/);

  await page.goto(`${site.url}/sign-in`);
  await fill(page, { email: person.email, password: PASSWORD });
  await expectTitle(page, /^One more step/);
  const trouble = page.locator('[data-passkey-trouble]');
  if (await trouble.isVisible()) throw new Error('It complains before anything went wrong');
  await authenticator.verify(false);
  await page.locator('form[data-passkey] button').focus();
  await page.keyboard.press('Enter');
  await trouble.waitFor({ state: 'visible' });
  await authenticator.verify(true);
  await press(page, 'form[data-passkey] button');
  await expectTitle(page, /^Your account/);
  const whole = await context.storageState();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await context.close();
  return {
    person,
    whole,
    said: 'mailed link, password and passkey; a refused one; sign-out leaves nothing behind',
  };
}

/** WebAuthn's virtual authenticator, over the devtools: a key of the platform's that has recognised its owner. */
async function plugIn(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    verify: (isUserVerified) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}
