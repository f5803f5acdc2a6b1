import { Injectable } from '@nestjs/common';
import { Metrics } from '#src/foundation/observability/index.js';
import { Anchorer } from './anchorer.js';
import { Sealer } from './sealer.js';

/** Tells `/metrics` what is not yet sealed, and whether this process can anchor. */
@Injectable()
export class SealMetrics {
  constructor(
    metrics: Metrics,
    private readonly sealer: Sealer,
    private readonly anchorer: Anchorer,
  ) {
    metrics.add(() => this.render());
  }

  private async render(): Promise<string> {
    const { count, oldestSeconds } = await this.sealer.backlog();
    return [
      '# HELP hearth_audit_unsealed Entries of the audit log that no checkpoint seals yet.',
      '# TYPE hearth_audit_unsealed gauge',
      `hearth_audit_unsealed ${count}`,
      '# HELP hearth_audit_unsealed_oldest_seconds Age of the oldest of them.',
      '# TYPE hearth_audit_unsealed_oldest_seconds gauge',
      `hearth_audit_unsealed_oldest_seconds ${oldestSeconds}`,
      '# HELP hearth_audit_anchor_failing 1 if this process could not write its last anchor.',
      '# TYPE hearth_audit_anchor_failing gauge',
      `hearth_audit_anchor_failing ${this.anchorer.isFailing ? 1 : 0}`,
      '',
    ].join('\n');
  }
}
