import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { type DatabaseLogins, LOGINS, withRole } from '#src/foundation/database/index.js';
import { type JobContext, type JobData, JobHandlers } from '#src/foundation/jobs/index.js';
import { Alerts } from '../alerts/alerts.js';
import { AuditLog } from '../audit-log.js';
import { type Verdict, verifyLog } from './verify-log.js';

export const VERIFICATION = 'audit.verify';

/** The whole verification beside the requests, on a connection of its own. */
@Injectable()
export class VerificationJob {
  constructor(
    @Inject(CONFIG) private readonly config: HearthConfig,
    @Inject(LOGINS) private readonly logins: DatabaseLogins,
    private readonly alerts: Alerts,
    private readonly audit: AuditLog,
    handlers: JobHandlers,
  ) {
    handlers.register(VERIFICATION, { run: (_job, context) => this.run(context) });
  }

  private async run({ progress, signal }: JobContext): Promise<JobData> {
    const verdict = await withRole(this.logins.appUrl, { role: 'hearth_sealer', isSnapshot: true }, (query) =>
      verifyLog(query, {
        anchorFile: this.config.anchors.file,
        progress: (done, all) => {
          signal.throwIfAborted();
          progress(done, all);
        },
      }),
    );
    const result = resultOf(verdict);
    const { fault } = verdict;
    if (fault) {
      const details = { found: 'verification', kind: fault.kind, position: fault.position };
      await this.alerts.raise({ code: 'LOG_BROKEN', about: 'log', details });
    }
    await this.audit.note({
      action: 'audit_log.verified',
      subjectKind: 'audit_log',
      subjectId: null,
      details: result,
    });
    return result;
  }
}

function resultOf({ fault, sealed, checkpoints, anchors, backlog }: Verdict) {
  return {
    ...{ intact: fault === null, sealed, checkpoints, anchors, unsealed: backlog.count },
    fault: fault?.kind ?? null,
    position: fault?.position ?? null,
    until: fault?.until ?? null,
    entryId: fault?.entryId ?? null,
  };
}
