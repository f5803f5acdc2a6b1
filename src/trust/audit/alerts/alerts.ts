import { Injectable, Logger } from '@nestjs/common';
import { inRole, Pools } from '#src/foundation/database/index.js';
import { type Alert, openAlert } from './alert.js';

/** Raises alerts: kept for the administrators' list, and said in the program's own log. */
@Injectable()
export class Alerts {
  private readonly logger = new Logger('Audit');

  constructor(private readonly pools: Pools) {}

  /** A database that is away keeps no alert; the log has it all the same. */
  async raise(alert: Alert): Promise<void> {
    const isNew = await inRole(this.pools.signedIn, { role: 'hearth_sealer' }, (query) =>
      openAlert(query, alert),
    ).catch(() => true);
    if (isNew) this.tell([alert]);
  }

  /** Says in the log what was kept already. */
  tell(alerts: readonly Alert[]): void {
    for (const { code } of alerts) this.logger.warn({ event: 'alert', code });
  }
}
