// node .ci/boot.mjs DATA_FOLDER [--browser]
// `npm start` on an empty data folder: six summits, the reference page, and a clean end; then warm once more.
import { resolve } from 'node:path';

import { expect, read, start, stop } from './server.mjs';

const folder = resolve(process.argv[2] ?? '.hearth');
const env = { HEARTH_DATA_DIR: folder };

const first = performance.now();
const server = await start('npm', ['start'], { env, within: 240 });
console.log(server.said());
console.log(`ready after ${seconds(first)} s`);
try {
  const hearings = await (await read(`${server.url}/api/v1/hearings?kind=regional_summit`)).json();
  expect('the number of summits', hearings.items.length, 6);
  await read(`${server.url}/api/v1/docs`);
  await read(`${server.url}/api/v1/openapi.json`);
  await read(`${server.url}/api/v1/nothing`, 404);
  if (process.argv.includes('--browser')) {
    const { lookAtReference } = await import('../test/browser/reference.browser.mjs');
    console.log(await lookAtReference(server.url));
  }
} finally {
  await stop(server, folder, 20);
}

const second = performance.now();
const again = await start('npm', ['start'], { env, within: 60 });
console.log(`warm: ready after ${seconds(second)} s`);
await stop(again, folder, 20);

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1);
}
