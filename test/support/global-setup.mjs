import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One real PostgreSQL for the whole run: its superuser's URL is in HEARTH_TEST_ADMIN_URL. HEARTH_TEST_DB=none: none. */
// oxlint-disable-next-line import/no-default-export -- Jest asks for one
export default async function startTestCluster() {
  if (process.env.HEARTH_TEST_DB === 'none') return;
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
