import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { closedDescription } from './contract/description.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One real PostgreSQL for the whole run: its superuser's URL is in HEARTH_TEST_ADMIN_URL. HEARTH_TEST_DB=none: none. */
// oxlint-disable-next-line import/no-default-export -- Jest asks for one
export default async function startTestCluster() {
  if (process.env.HEARTH_TEST_DB === 'none') return;
  const folder = mkdtempSync(join(tmpdir(), 'hearth-test-'));
  globalThis.hearthTestFolder = folder;
  process.env.HEARTH_TEST_DESCRIPTION = join(folder, 'description.json');
  writeFileSync(process.env.HEARTH_TEST_DESCRIPTION, JSON.stringify(closedDescription()));
  const cluster = spawn(process.execPath, ['--import', here('typescript.mjs'), here('test-cluster.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.hearthTestCluster = cluster;
  for await (const line of createInterface({ input: cluster.stdout })) {
    process.env.HEARTH_TEST_ADMIN_URL = line;
    return;
  }
  throw new Error('The test database did not start; what it said stands above.');
}
