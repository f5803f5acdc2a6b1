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
    const { applied } = await prepareSchema(database, MIGRATIONS);
    note(applied.length === 0 ? 'up to date' : `${applied.length} migrations`);
  });
  running.goOn();

  const server = await stages.run('Server', async (note) => {
    const { createApplication, listen } = await loading;
    const secret = Buffer.from(sealingSecret(config.secret, folder.files));
    const application = await createApplication({ config, logins: database.logins, secret });
    const listening = await listen(application, config);
    note(listening.url);
    return listening;
  });
  running.opened(server.close);

  const { ownerUrl, logins } = database;
  writeRunInfo(folder.files, {
    url: server.url,
    startedAt: new Date().toISOString(),
    database: { ...(ownerUrl === undefined ? {} : { ownerUrl }), ...logins },
  });
  running.opened(() => removeRunInfo(folder.files));
  stages.total('Ready');
  stages.say(`\n  ${server.url}/api/v1/hearings`);
}

async function watch(databaseEnded: Promise<void>, running: Running): Promise<void> {
  await databaseEnded;
  if (running.isEnding) return;
  process.stderr.write('PostgreSQL has ended by itself, so Hearth stops. The next start recovers.\n');
  running.end(1);
}
