import { Global, Module } from '@nestjs/common';
import { Alerts } from './alerts/alerts.js';
import { AuditLog } from './audit-log.js';
import { Freshness } from './freshness.js';
import { Anchorer } from './seal/anchorer.js';
import { SealMetrics } from './seal/seal-metrics.js';
import { Sealer } from './seal/sealer.js';
import { AlertRepository } from './views/alert.repository.js';
import { AlertService } from './views/alert.service.js';
import { AuditAlertsController } from './views/audit-alerts.controller.js';
import { AuditCheckpointsController } from './views/audit-checkpoints.controller.js';
import { AuditEntriesController } from './views/audit-entries.controller.js';
import { CheckpointRepository } from './views/checkpoint.repository.js';
import { EntryRepository } from './views/entry.repository.js';
import { LogDesk } from './views/log-desk.js';
import { LogViewService } from './views/log-view.service.js';
import { ProofService } from './views/proof.service.js';

@Global()
@Module({
  controllers: [AuditEntriesController, AuditCheckpointsController, AuditAlertsController],
  providers: [
    AuditLog,
    Freshness,
    Sealer,
    SealMetrics,
    Anchorer,
    Alerts,
    LogDesk,
    EntryRepository,
    CheckpointRepository,
    AlertRepository,
    LogViewService,
    ProofService,
    AlertService,
  ],
  exports: [AuditLog, Freshness, Sealer],
})
export class AuditModule {}
