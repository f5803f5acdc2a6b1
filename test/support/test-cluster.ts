import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';

/**
 * One throw-away cluster as a process of its own: prints the superuser's URL, and goes, with its folder, when
 * stdin closes. So it goes as well when the test run that asked for it is killed.
 */
const folder = mkdtempSync(join(tmpdir(), 'hearth-test-'));
const say = (line: string) => process.stderr.write(`${line}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

try {
  const server = await startEmbeddedPostgres({ dataDir: folder, say, durable: false });
  process.stdout.write(`${server.adminUrl}\n`);
  for await (const _ of process.stdin);
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
