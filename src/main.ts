import { MIGRATIONS } from '#migrations/index.js';
import { loadConfig } from './foundation/config/index.js';
import { openDatabase, prepareSchema } from './foundation/database/embedded/index.js';
import {
  type Running,
  Stages,
  openDataFolder,
  removeRunInfo,
  runUntilStopped,
  sealingSecret,
  writeRunInfo,
} from './foundation/startup/index.js';
import { isSamplePromised, loadSample, promiseSample, sampleKeyPath } from './sample-start.js';
import { welcome } from './welcome.js';

await runUntilStopped(start);

async function start(running: Running): Promise<void> {
  const stages = new Stages(process.stdout);
  const config = loadConfig(process.env);
  const folder = await openDataFolder(config.dataDir, 'the server');
  running.opened(folder.release);

  // The larger part of the program is read while PostgreSQL starts.
  const loading = import('./http-server.js');
  loading.catch(() => undefined);

  const database = await stages.run('Database', async (note) => {
    const opened = await openDatabase(config.database, folder.path, note);
    note(opened.description);
    return opened;
  });
  running.opened(database.close);
  void watch(database.ended, running);

  await stages.run('Schema', async (note) => {
    const { applied, fresh } = await prepareSchema(database, MIGRATIONS);
    if (fresh && config.sample) promiseSample(folder.files);
    note(applied.length === 0 ? 'up to date' : `${applied.length} migrations`);
  });
  running.goOn();

  const { ownerUrl, logins } = database;
  const { createApplication, listen } = await loading;
  const application = await stages.run('Program', () =>
    createApplication({ config, logins, secret: Buffer.from(sealingSecret(config.secret, folder.files)) }),
  );
  running.opened(() => application.close());

  if (ownerUrl !== undefined && isSamplePromised(folder.files)) {
    await stages.run('Sample', () => loadSample(application.app, folder.files, ownerUrl));
    running.goOn();
  }

  const url = await stages.run('Server', () => listen(application, config));
  const startedAt = new Date().toISOString();
  writeRunInfo(folder.files, {
    url,
    startedAt,
    database: { ...(ownerUrl !== undefined && { ownerUrl }), ...logins },
  });
  running.opened(() => removeRunInfo(folder.files));
  stages.total('Ready');
  stages.say(welcome({ url, keyPath: sampleKeyPath(folder.files) }));
}

async function watch(databaseEnded: Promise<void>, running: Running): Promise<void> {
  await databaseEnded;
  if (running.isEnding) return;
  process.stderr.write('PostgreSQL has ended by itself, so Hearth stops. The next start recovers.\n');
  running.end(1);
}
