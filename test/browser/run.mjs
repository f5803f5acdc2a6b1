// node test/browser/run.mjs DATA_FOLDER [--show FOLDER]
// Starts the program on an empty data folder and looks at its pages in Chromium: each in both languages, wide and
// narrow, without JavaScript and by keyboard alone; then two people sign in. `--show` keeps a picture of each page.
import { resolve } from 'node:path';
import { start, stop } from '../../.ci/server.mjs';
import { openBrowser } from './portal/browser.mjs';
import { halfWay, judgeForms, signInWithApp } from './portal/journey-app.mjs';
import { signInWithPasskey } from './portal/journey-passkey.mjs';
import { walkByKeyboard } from './portal/keyboard.mjs';
import { lookAtAll, weigh } from './portal/look.mjs';
import { accountPages, PUBLIC_PAGES } from './portal/pages.mjs';

const folder = resolve(process.argv[2] ?? '.hearth');
const pictures = process.argv[3] === '--show' ? resolve(process.argv[4]) : undefined;
const env = { HEARTH_DATA_DIR: folder, RATE_LIMIT_PER_MINUTE: '0' };

const server = await start('npm', ['start'], { env, within: 240 });
const browser = await openBrowser();
try {
  // A passkey is for a host with a name.
  const site = { url: server.url.replace('127.0.0.1', 'localhost'), browser, pictures, folder };
  console.log(await lookAtAll(site, PUBLIC_PAGES));
  console.log(await walkByKeyboard(site, '/'));
  console.log(await walkByKeyboard(site, '/es/sign-in'));

  const app = await signInWithApp(site);
  console.log(app.said);
  const passkey = await signInWithPasskey(site);
  console.log(passkey.said);
  for (const [kind, { person }] of Object.entries({ app, passkey })) {
    const pages = [{ name: `second-factor-${kind}`, path: '/sign-in/second-factor' }];
    const half = await halfWay(site, person);
    console.log(await lookAtAll(site, pages, half));
    console.log(await weigh(site, ['/sign-in/second-factor'], half));
  }
  console.log(await judgeForms(site, app));
  const pages = await accountPages(site, passkey.whole);
  console.log(await lookAtAll(site, pages, passkey.whole));
  const paths = [...PUBLIC_PAGES, ...pages].map(({ path }) => path);
  console.log(await weigh(site, paths, passkey.whole));
} finally {
  await browser.close();
  await stop(server, folder, 20);
}
