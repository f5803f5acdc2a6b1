import { Injectable } from '@nestjs/common';
import { Idempotency } from '#src/foundation/database/index.js';
import { Jobs } from '#src/foundation/jobs/index.js';
import { AuditLog } from '../audit-log.js';
import { LogDesk } from '../views/log-desk.js';
import { VERIFICATION } from './verification.job.js';

@Injectable()
export class VerificationService {
  constructor(
    private readonly desk: LogDesk,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** The id of the job. */
  ask(key?: string): Promise<string> {
    return this.desk.write(() =>
      this.idempotency.once({
        key,
        operation: 'verifyAuditLog',
        payload: null,
        create: async () => {
          const id = await this.jobs.enqueue(VERIFICATION, {});
          await this.audit.record('audit_log.verification_asked', 'job', id);
          return id;
        },
      }),
    );
  }
}
