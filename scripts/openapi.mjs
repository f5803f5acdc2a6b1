// node scripts/openapi.mjs [--check]
// Writes openapi.yaml from the built program, or says whether the committed one still describes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { stringify } from 'yaml';
import { AppModule } from '../dist/src/app.module.js';
import { loadConfig } from '../dist/src/foundation/config/index.js';
import { buildDocument } from '../dist/src/openapi.js';
import { firstDifference } from './openapi/first-difference.mjs';

const path = fileURLToPath(new URL('../openapi.yaml', import.meta.url));

// Nothing is opened in a preview: these addresses are never called.
const logins = {
  appUrl: 'postgres://app:none@localhost/none',
  publicUrl: 'postgres://public:none@localhost/none',
};
const app = await NestFactory.create(
  AppModule.forRoot({ config: loadConfig({}), logins, secret: Buffer.alloc(32) }),
  { preview: true, logger: false, bodyParser: false, abortOnError: false },
);
const text = stringify(buildDocument(app), {
  lineWidth: 110,
  aliasDuplicateObjects: false,
  compat: 'yaml-1.1', // a bare `no` is false to readers of YAML 1.1
});

if (process.argv.includes('--check')) check();
else {
  writeFileSync(path, text);
  process.stdout.write(
    `openapi.yaml: ${Object.keys(JSON.parse(JSON.stringify(buildDocument(app).paths))).length} paths\n`,
  );
}

function check() {
  const committed = read();
  if (committed === text) {
    process.stdout.write('openapi.yaml describes the built program.\n');
    return;
  }
  process.stderr.write(
    `openapi.yaml does not describe the built program.\n${firstDifference(committed, text)}\n` +
      'Renew it: npm run build && npm run openapi\n',
  );
  process.exitCode = 1;
}

function read() {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
