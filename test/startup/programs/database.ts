import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';
import { StartupError, openDataFolder } from '#src/foundation/startup/index.js';

/** Holds a data folder and its database until SIGTERM, as the server does, without the rest of the server. */
const print = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const folder = await openDataFolder(process.argv[2] ?? '', 'the server');
  const database = await startEmbeddedPostgres({ dataDir: folder.path, say });
  void database.ended.then(() => print({ ended: true }));
  print(database);
  const alive = setInterval(() => undefined, 1000);
  const stop = async () => {
    await database.stop();
    folder.release();
    clearInterval(alive);
  };
  process.once('SIGTERM', () => void stop());
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
