// The program's sealer in a process of its own, started and stopped by message.
import { Pools } from '#src/foundation/database/index.js';
import { Alerts } from '#src/trust/audit/alerts/alerts.js';
import { Anchorer } from '#src/trust/audit/seal/anchorer.js';
import { Sealer } from '#src/trust/audit/seal/sealer.js';

let stop = async () => undefined;

process.on('message', (message) => {
  void answer(message).then(
    (told) => process.send(told),
    (error) => process.send({ error: error.stack }),
  );
});

async function answer({ start }) {
  await stop();
  stop = async () => undefined;
  if (!start) return { backlog: 0 };
  const pools = new Pools(start.logins);
  const alerts = new Alerts(pools);
  const anchors = { file: start.anchorFile, everySeconds: 60 };
  const sealer = new Sealer(pools, new Anchorer({ anchors }, pools, alerts), alerts);
  sealer.start();
  stop = async () => {
    await sealer.onApplicationShutdown();
    await pools.onApplicationShutdown();
  };
  return { backlog: (await sealer.backlog()).count };
}
