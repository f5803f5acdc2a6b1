import { Injectable } from '@nestjs/common';
import { requestContext } from '#src/foundation/common/index.js';
import { currentTransaction } from '#src/foundation/database/index.js';

/** What is told of an act besides who, when and on what: ids, codes and counts, never a word of a record. */
export type AuditDetails = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** The log that only grows. */
@Injectable()
export class AuditLog {
  /**
   * Writes that `action` (`hearing.noticed`) was done to a record, in the transaction that does it. The unit of
   * work refuses to commit a transaction in which nobody called this.
   */
  async record(
    action: string,
    subjectKind: string,
    subjectId: string,
    details: AuditDetails = {},
  ): Promise<void> {
    const transaction = currentTransaction();
    if (!transaction) throw new Error(`${action} was recorded outside a transaction`);
    await transaction.manager.query(
      `insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details)
       values ($1, $2, $3, $4, $5, $6)`,
      [transaction.session.person, action, subjectKind, subjectId, requestContext().requestId, details],
    );
    transaction.audited += 1;
  }
}
