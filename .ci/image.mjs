// node .ci/image.mjs FOLDER
// What the Dockerfile's last stage holds, without Docker: production packages and `dist` over a given PostgreSQL.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../dist/src/foundation/database/embedded/index.js';
import { expect, read, start, stop } from './server.mjs';

const folder = resolve(process.argv[2] ?? 'image');
const [image, data] = [join(folder, 'app'), join(folder, 'data')];
mkdirSync(image, { recursive: true });
for (const path of ['package.json', 'package-lock.json', 'openapi.yaml', 'dist']) {
  cpSync(path, join(image, path), { recursive: true });
}
const npm = ['ci', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
execFileSync('npm', npm, { cwd: image, stdio: 'inherit' });
execFileSync('node', ['scripts/lean.mjs', image], { stdio: 'inherit' });
console.log(execFileSync('du', ['-sm', join(image, 'node_modules')], { encoding: 'utf8' }));

const postgres = await startEmbeddedPostgres({
  dataDir: join(folder, 'postgres'),
  say: console.log,
  durable: false,
});
try {
  const env = { DATABASE_URL: postgres.ownerUrl, HEARTH_DATA_DIR: data, NODE_ENV: 'production' };
  const server = await start('node', ['dist/src/main.js'], { cwd: image, env, within: 60 });
  try {
    const hearings = await (await read(`${server.url}/api/v1/hearings?kind=regional_summit`)).json();
    expect('the number of summits', hearings.items.length, 6);
    const home = await (await read(server.url)).text();
    await read(server.url + /\/assets\/portal-\w+\.css/.exec(home)[0]);
    await read(`${server.url}/api/v1/docs`);
    await read(`${server.url}/api/v1/openapi.json`);
  } finally {
    await stop(server, image, 20);
  }
} finally {
  await postgres.stop();
}
