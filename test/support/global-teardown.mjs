import { once } from 'node:events';

// oxlint-disable-next-line import/no-default-export -- Jest asks for one
export default async function stopTestCluster() {
  const cluster = globalThis.hearthTestCluster;
  if (cluster === undefined || cluster.exitCode !== null) return;
  const ended = once(cluster, 'exit');
  cluster.stdin.end();
  await ended;
}
