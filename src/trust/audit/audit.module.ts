import { Global, Module } from '@nestjs/common';
import { Alerts } from './alerts/alerts.js';
import { AuditLog } from './audit-log.js';
import { REFUSAL_LOG } from '#src/trust/access/index.js';
import { Freshness } from './freshness.js';
import { Refusals } from './refusals.js';
import { Anchorer } from './seal/anchorer.js';
import { SealMetrics } from './seal/seal-metrics.js';
import { Sealer } from './seal/sealer.js';
import { VerificationJob } from './verify/verification.job.js';
import { VerificationService } from './verify/verification.service.js';
import { VerificationsController } from './verify/verifications.controller.js';
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
  controllers: [
    AuditEntriesController,
    AuditCheckpointsController,
    AuditAlertsController,
    VerificationsController,
  ],
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
    VerificationService,
    VerificationJob,
    { provide: REFUSAL_LOG, useClass: Refusals },
  ],
  exports: [AuditLog, Freshness, Sealer, REFUSAL_LOG],
})
export class AuditModule {}
