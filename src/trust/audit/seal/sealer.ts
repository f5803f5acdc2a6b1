import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { inRole, Pools } from '#src/foundation/database/index.js';
import { Alerts } from '../alerts/alerts.js';
import { considerBatch, lateness } from '../alerts/watch.js';
import type { Frontier } from '../tree/index.js';
import { Anchorer } from './anchorer.js';
import { type Backlog, backlogOf } from './backlog.js';
import { BATCH, sealBatch, type SealedBatch } from './seal-batch.js';

const EVERY_MS = 1000;
const LOOK_EVERY_MS = 10_000;

/**
 * Chains what was written into the tree, each second. However many replicas run, one at a time does it; what is not
 * yet sealed is safe in the log and is counted.
 */
@Injectable()
export class Sealer implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private edge: Frontier | undefined;
  private lookedAt = 0;
  private isAway = false;
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly pools: Pools,
    private readonly anchorer: Anchorer,
    private readonly alerts: Alerts,
  ) {}

  /** Called by the server once it listens; the command line and the tests seal by hand. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), EVERY_MS).unref();
    void this.tick();
  }

  /** Seals all that is ready, batch by batch; answers how many entries that were. */
  async seal(limit = BATCH): Promise<number> {
    let sealed = 0;
    for (;;) {
      const batch = await this.sealOne(limit);
      if (batch) sealed += batch.entries.length;
      if (!batch?.isFull) return sealed;
    }
  }

  backlog(): Promise<Backlog> {
    return inRole(this.pools.signedIn, { role: 'hearth_sealer' }, backlogOf);
  }

  /** One last time, so that a stop leaves nothing open that it could close. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.running;
    await this.work(true);
  }

  /** What is sealed has been looked through for alerts, in the same transaction: none is missed, none comes twice. */
  private async sealOne(limit: number): Promise<SealedBatch | null> {
    // Until it is committed, what is added to the edge may be taken back.
    const edge = this.edge;
    this.edge = undefined;
    const { batch, alerts } = await inRole(this.pools.signedIn, { role: 'hearth_sealer' }, async (query) => {
      const made = await sealBatch(query, edge, limit);
      return { batch: made, alerts: made ? await considerBatch(query, made) : [] };
    });
    this.edge = batch?.edge ?? edge;
    this.alerts.tell(alerts);
    return batch;
  }

  private tick(): Promise<void> {
    // A slow seal is not overtaken by the next.
    this.running ??= this.work(false).finally(() => (this.running = undefined));
    return this.running;
  }

  private async work(isLast: boolean): Promise<void> {
    try {
      await this.seal();
      await this.anchorer.anchor(isLast);
      await this.look();
      this.isAway = false;
    } catch (error) {
      // Said once, not each second while the database is away.
      if (!this.isAway) this.logger.warn({ code: 'AUDIT_NOT_SEALED', error: (error as Error).name });
      this.isAway = true;
    }
  }

  private async look(): Promise<void> {
    if (Date.now() - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = Date.now();
    const late = lateness(await this.backlog());
    if (late) await this.alerts.raise(late);
  }
}
