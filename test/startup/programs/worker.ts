import { randomBytes } from 'node:crypto';
import { createApplication } from '#src/http-server.js';
import { loadConfig } from '#src/foundation/config/index.js';
import { loginsOf } from '#src/foundation/database/index.js';
import { JobHandlers, JobWorker } from '#src/foundation/jobs/index.js';

/** A worker without a door, over the database of `DATABASE_URL`: says which job it begins, and holds it. */
const config = loadConfig(process.env);
const { app } = await createApplication({
  config,
  logins: loginsOf(config.database.ownerUrl ?? ''),
  secret: randomBytes(32),
});
await app.init();
app.get(JobHandlers).register('test.held', {
  retry: { limit: 5, delaySeconds: 0, backoff: false },
  run: (job, { progress, signal }) =>
    new Promise((_resolve, reject) => {
      progress(1, 2);
      process.stdout.write(`${job.id} ${job.attempt}\n`);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    }),
});
app.get(JobWorker).start();
