// node .ci/walk.mjs DATA_FOLDER
// The walk of docs/walk beside a fresh sample, twice, as the README tells it; then with a key that may not write.
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

import { expect, start, stop } from './server.mjs';

/** What each chapter comes to. */
const KEY_LINES = [
  /^ {3}409 POST_TAKEN: /m,
  /^ {3}422 AUTHORITY_REQUIRED: /m,
  /^ {3}201 notice 1, late: false, was due by /m,
  /^ {3}\| 3\. Closed session \(Gov\. Code 11126\(e\)\(1\)\)$/m,
  /^ {3}409 AGENDA_FROZEN: /m,
  /^ {3}409 NOTICE_TOO_LATE: Notice was due by /m,
  /^ {3}201 late: true, under Gov\. Code 11125\.3/m,
  /^ {3}409 QUORUM_LOST: /m,
  /^ {3}200 made \d\d:\d\dZ, lost \d\d:\d\dZ, made \d\d:\d\dZ$/m,
  /^ {3}422 RECUSED: \/votes\/\d+\/choice: /m,
  /^ {3}200 reported out: Direction was given to counsel\.$/m,
  /^ {3}201 approved, edition 1$/m,
  /^ {3}\| APPROVED: edition 1, /m,
  /^ {3}404 MINUTES_NOT_FOUND$/m,
  /^The whole walk was as expected: \d+ steps, \d+ requests\.$/m,
];

const folder = resolve(process.argv[2] ?? '.hearth');
const data = { HEARTH_DATA_DIR: folder };
const server = await start('npm', ['start'], { env: data, within: 240 });
try {
  for (const time of ['first', 'second']) {
    const from = performance.now();
    const { code, out, err } = await walk();
    expect(`the ${time} walk, which said ${out.slice(-2000)}${err}`, [code, err], [0, '']);
    for (const line of KEY_LINES) expect(`a line like ${line} in ${out}`, line.test(out), true);
    console.log(`${time} walk: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  }
  const HEARTH_KEY = execFileSync(
    'npm',
    ['run', '-s', 'hearth', '--', 'key', 'create', '--role', 'commissioner', '--name', 'walker'],
    { env: { ...process.env, ...data }, encoding: 'utf8' },
  ).trim();
  const { code, err } = await walk({ HEARTH_KEY });
  expect('the exit code without the right', code, 1);
  expect(`where it stops, in ${err}`, err.includes('answered: 403'), true);
} finally {
  await stop(server, folder, 20);
}

async function walk(more = {}) {
  const env = { ...process.env, ...data, HEARTH_URL: server.url, ...more };
  const script = spawn('bash', ['docs/walk/commission.sh'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  script.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  script.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const [code] = await once(script, 'close');
  return { code, out, err };
}
