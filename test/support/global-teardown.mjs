import { once } from 'node:events';
import { rmSync } from 'node:fs';

// oxlint-disable-next-line import/no-default-export -- Jest asks for one
export default async function stopTestCluster() {
  if (globalThis.hearthTestFolder) rmSync(globalThis.hearthTestFolder, { recursive: true, force: true });
  const cluster = globalThis.hearthTestCluster;
  if (cluster === undefined || cluster.exitCode !== null) return;
  const ended = once(cluster, 'exit');
  cluster.stdin.end();
  await ended;
}
