import { MIGRATIONS } from '#migrations/index.js';
import { type HearthConfig, loadConfig } from '#src/foundation/config/index.js';
import { type ReachedDatabase, reachDatabase } from '#src/foundation/database/embedded/index.js';
import { Refusal } from './failure.js';
import type { Terminal } from './terminal.js';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Does a command's work on the database, and leaves that as it was found: running or not. */
export async function withDatabase<T>(
  terminal: Terminal,
  work: (database: ReachedDatabase, config: HearthConfig) => Promise<T>,
): Promise<T> {
  const config = loadConfig(process.env);
  let reached: ReachedDatabase | undefined;
  let isStopping = false;
  const stop = (signal: keyof typeof SIGNALS) => {
    if (isStopping) return;
    isStopping = true;
    // What was not committed the database takes back by itself.
    void Promise.resolve(reached?.close()).finally(() => process.exit(128 + SIGNALS[signal]));
  };
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  for (const name of names) process.on(name, stop);
  try {
    reached = await reachDatabase(config, MIGRATIONS, terminal.say);
    return await work(reached, config);
  } catch (error) {
    // The work fails because the database under it was stopped: that is told by the exit code.
    if (isStopping) return await new Promise<never>(() => undefined);
    throw error;
  } finally {
    if (!isStopping) await reached?.close();
    for (const name of names) process.off(name, stop);
  }
}

/** The owner's login, where this command needs it. */
export function ownerOf({ ownerUrl }: ReachedDatabase): string {
  if (ownerUrl !== undefined) return ownerUrl;
  throw new Refusal(
    'This needs the login of the database owner: set DATABASE_URL, or run it where the server was started.',
  );
}
