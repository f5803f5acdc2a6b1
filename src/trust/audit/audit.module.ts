import { Global, Module } from '@nestjs/common';
import { Alerts } from './alerts/alerts.js';
import { AuditLog } from './audit-log.js';
import { Freshness } from './freshness.js';
import { Anchorer } from './seal/anchorer.js';
import { SealMetrics } from './seal/seal-metrics.js';
import { Sealer } from './seal/sealer.js';

@Global()
@Module({
  providers: [AuditLog, Freshness, Sealer, SealMetrics, Anchorer, Alerts],
  exports: [AuditLog, Freshness, Sealer],
})
export class AuditModule {}
