import { StartupError } from './startup-error.js';

/** Thrown inside a start that a signal has overtaken. */
class Stopped extends Error {}

/** What a running program has opened, closed in the reverse order however the program comes to its end. */
export class Running {
  readonly #closers: (() => Promise<void> | void)[] = [];
  #isEnding = false;
  #resolve: (exitCode: number) => void = () => undefined;

  /** Resolves to the exit code once something asks for the end. */
  readonly ending = new Promise<number>((resolve) => {
    this.#resolve = resolve;
  });

  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Notes what is to be closed; goes no further if the end has been asked for meanwhile. */
  opened(close: () => Promise<void> | void): void {
    this.#closers.push(close);
    this.goOn();
  }

  goOn(): void {
    if (this.#isEnding) throw new Stopped();
  }

  end(exitCode: number): void {
    this.#isEnding = true;
    this.#resolve(exitCode);
  }

  async close(): Promise<void> {
    this.#isEnding = true;
    for (const close of this.#closers.toReversed()) await close();
  }
}

/**
 * Runs a program to its end: a signal, or `running.end`. Then, or if the start fails, everything opened is closed and
 * the process exits: 0 after a signal, 1 with one line on stderr after trouble.
 */
export async function runUntilStopped(start: (running: Running) => Promise<void>): Promise<never> {
  const running = new Running();
  // Later ones change nothing: what is being closed is closed in order. Only kill -9 is quicker, and then the next start mends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.end(0));
  let exitCode = 1;
  try {
    await start(running);
    exitCode = await running.ending;
  } catch (error) {
    if (error instanceof Stopped) exitCode = 0;
    else complain(error);
  }
  try {
    await running.close();
  } catch (error) {
    complain(error);
    exitCode = 1;
  }
  process.exit(exitCode);
}

function complain(error: unknown): void {
  const words =
    error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${words}\n`);
}
