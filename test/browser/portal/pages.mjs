export const PUBLIC_PAGES = [
  { name: 'home', path: '/' },
  { name: 'not-found', path: '/nowhere', status: 404 },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'forgotten', path: '/forgotten-password' },
  { name: 'sent', path: '/forgotten-password/sent' },
  { name: 'reset', path: '/reset' },
  { name: 'invitation', path: '/invitation' },
  { name: 'password-set', path: '/password-set' },
  { name: 'not-signed-in', path: '/account', status: 401 },
];

/** For somebody signed in who has one factor. */
export async function accountPages({ url, browser }, storageState) {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  await page.goto(`${url}/account/factors`);
  const remove = await page.locator('a[href$="/remove"]').first().getAttribute('href');
  await context.close();
  return [
    { name: 'account', path: '/account' },
    { name: 'own-password', path: '/account/password' },
    { name: 'factors', path: '/account/factors' },
    { name: 'add-app', path: '/account/factors/add/totp' },
    { name: 'add-passkey', path: '/account/factors/add/passkey' },
    { name: 'remove-factor', path: remove },
    { name: 'recovery', path: '/account/recovery-codes' },
    { name: 'sessions', path: '/account/sessions' },
  ];
}
