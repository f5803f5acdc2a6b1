import { Injectable } from '@nestjs/common';
import type { AccessRefusal, RefusalLog } from '#src/trust/access/index.js';
import { AuditLog } from './audit-log.js';

/** Every refusal of the guard to somebody known has an entry; who is not known has nothing that could be refused. */
@Injectable()
export class Refusals implements RefusalLog {
  constructor(private readonly audit: AuditLog) {}

  refused({ actor, code, permission }: AccessRefusal): Promise<void> {
    return this.audit.noteRefusal({
      action: 'access.refused',
      subjectKind: 'actor',
      subjectId: actor.id,
      actorId: actor.id,
      details: { code, permission, via: actor.via },
    });
  }
}
