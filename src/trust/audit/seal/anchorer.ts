import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { inRole, Pools } from '#src/foundation/database/index.js';
import { codeOf } from '#src/foundation/startup/index.js';
import { Alerts } from '../alerts/alerts.js';
import {
  CHECKPOINT_COLUMNS,
  type ChainedCheckpoint,
  checkpointOf,
  type CheckpointRow,
} from '../tree/index.js';
import { appendAnchor } from './anchor-file.js';

/** Notes the newest checkpoint in a file outside the database, so that not even its owner can shorten the log unseen. */
@Injectable()
export class Anchorer {
  private anchoredSize = 0;
  private triedAt = -Infinity;
  private hasFailed = false;
  private readonly logger = new Logger('Audit');

  constructor(
    @Inject(CONFIG) private readonly config: HearthConfig,
    private readonly pools: Pools,
    private readonly alerts: Alerts,
  ) {}

  /** Whether the last attempt to write the file failed. */
  get isFailing(): boolean {
    return this.hasFailed;
  }

  /** At most once in the configured seconds, and at the end (`isLast`). Trouble with the file never stops the program. */
  async anchor(isLast = false): Promise<void> {
    const { file, everySeconds } = this.config.anchors;
    if (!isLast && performance.now() - this.triedAt < everySeconds * 1000) return;
    const newest = await this.newest();
    if (!newest || newest.size <= this.anchoredSize) return;
    this.triedAt = performance.now();
    try {
      await appendAnchor(file, {
        size: newest.size,
        root: newest.root.toString('hex'),
        hash: newest.hash.toString('hex'),
        at: newest.at,
      });
      this.anchoredSize = newest.size;
      this.hasFailed = false;
    } catch (error) {
      await this.complain(codeOf(error) ?? 'UNKNOWN');
    }
  }

  private async complain(reason: string): Promise<void> {
    if (!this.hasFailed) this.logger.error({ code: 'ANCHOR_NOT_WRITABLE', name: reason });
    this.hasFailed = true;
    await this.alerts.raise({ code: 'ANCHOR_NOT_WRITABLE', about: 'anchor', details: { reason } });
  }

  private newest(): Promise<ChainedCheckpoint | null> {
    return inRole(this.pools.signedIn, { role: 'hearth_sealer' }, async (query) => {
      const [row] = await query<CheckpointRow>(
        `select ${CHECKPOINT_COLUMNS} from audit.checkpoint c order by c.size desc limit 1`,
        [],
        'audit.newest',
      );
      return row ? checkpointOf(row) : null;
    });
  }
}
