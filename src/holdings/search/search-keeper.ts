import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pools } from '#src/foundation/database/index.js';

const EVERY_MS = 15_000;

/**
 * Follows the windows: an embargo that ended opens, a consent that ran out closes; and learns the words that
 * spelling help knows. However many replicas run, one at a time does it. What it has not done yet is safe: queries
 * test the windows themselves.
 */
@Injectable()
export class SearchKeeper implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private tending: Promise<void> = Promise.resolve();
  private readonly logger = new Logger('Search');

  constructor(private readonly pools: Pools) {}

  /** Called by the server once it listens; the command line and the tests tend by hand. */
  start(): void {
    const tend = () => {
      this.tending = this.tend().then(
        () => undefined,
        (error: Error) => this.logger.warn(`the index was not tended (${error.name})`),
      );
    };
    tend();
    this.timer = setInterval(tend, EVERY_MS).unref();
  }

  /** How many entries moved; null when another process was at it. */
  async tend(): Promise<number | null> {
    const { rows } = await this.pools.signedIn.query<{ moved: number | null }>(
      'select search.tend() as moved',
    );
    return rows[0]?.moved ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tending;
  }
}
