import { once } from 'node:events';

export default async function stopTestCluster() {
  const cluster = globalThis.hearthTestCluster;
  if (cluster === undefined || cluster.exitCode !== null) return;
  const ended = once(cluster, 'exit');
  cluster.stdin.end();
  await ended;
}
