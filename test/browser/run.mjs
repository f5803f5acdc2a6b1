// node test/browser/run.mjs DATA_FOLDER [--show FOLDER]
// Starts the program on an empty data folder and looks at its pages in Chromium: each in both languages, wide and
// narrow, without JavaScript and by keyboard alone. `--show` keeps a picture of each.
import { resolve } from 'node:path';
import { start, stop } from '../../.ci/server.mjs';
import { openBrowser } from './portal/browser.mjs';
import { lookAtAll, weigh } from './portal/look.mjs';
import { walkByKeyboard } from './portal/keyboard.mjs';

const folder = resolve(process.argv[2] ?? '.hearth');
const pictures = process.argv[3] === '--show' ? resolve(process.argv[4]) : undefined;
const env = { HEARTH_DATA_DIR: folder, RATE_LIMIT_PER_MINUTE: '0' };

const server = await start('npm', ['start'], { env, within: 240 });
const browser = await openBrowser();
try {
  const site = { url: server.url, browser, pictures };
  const pages = [
    { name: 'home', path: '/' },
    { name: 'not-found', path: '/nowhere', status: 404 },
  ];
  console.log(await lookAtAll(site, pages));
  console.log(await walkByKeyboard(site, '/'));
  console.log(await weigh(site, ['/']));
} finally {
  await browser.close();
  await stop(server, folder, 20);
}
