import { Injectable, Logger } from '@nestjs/common';
import { DomainError, requestContext } from '#src/foundation/common/index.js';
import { currentTransaction, Pools } from '#src/foundation/database/index.js';
import { currentActor } from '#src/trust/access/index.js';

/** What is told of an act besides who, when and on what: ids, codes and counts, never a word of a record. */
export type AuditDetails = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** An event that is no part of a write. */
export interface Note {
  /** `access.refused`, `session.refused`, `consultation.read`. */
  readonly action: string;
  readonly subjectKind: string;
  /** null where nothing of that kind was found: a sign-in to no account. */
  readonly subjectId: string | null;
  readonly details?: AuditDetails;
  /** Whether a protected record is concerned: then the custodian and counsel see it, and no administrator. */
  readonly isProtected?: boolean;
  /** Who did it, where that is not the current actor; null is nobody known. */
  readonly actorId?: string | null;
}

/** The log that only grows. */
@Injectable()
export class AuditLog {
  private readonly logger = new Logger('Audit');

  constructor(private readonly pools: Pools) {}

  /**
   * Writes that `action` (`hearing.noticed`) was done to a record, in the transaction that does it. The unit of
   * work refuses to commit a transaction in which nobody called this.
   */
  async record(
    action: string,
    subjectKind: string,
    subjectId: string,
    details: AuditDetails = {},
    { isProtected = false }: Pick<Note, 'isProtected'> = {},
  ): Promise<void> {
    const transaction = currentTransaction();
    if (!transaction) throw new Error(`${action} was recorded outside a transaction`);
    await transaction.manager.query(
      `insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details, protected)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        transaction.session.person,
        action,
        subjectKind,
        subjectId,
        requestContext().requestId,
        details,
        isProtected,
      ],
    );
    transaction.audited += 1;
  }

  /**
   * Writes down what is no part of a write, in a transaction of its own, which stays whatever becomes of the caller's.
   * For a reading of protected things: await it before anything is shown.
   *
   * @throws DomainError 503 AUDIT_UNAVAILABLE if it could not be written; then the reading must not be
   */
  async note(note: Note): Promise<void> {
    try {
      await this.write(note);
    } catch (error) {
      this.logger.error({ code: 'AUDIT_UNAVAILABLE', name: note.action, error: (error as Error).name });
      throw new DomainError(
        'unavailable',
        'AUDIT_UNAVAILABLE',
        'What cannot be logged is not done. Try again.',
        {
          headers: { 'Retry-After': '5' },
        },
      );
    }
  }

  /** Writes down a refusal. One that cannot be logged is a refusal all the same: it is said in the program's log alone. */
  async noteRefusal(note: Note): Promise<void> {
    try {
      await this.write(note);
    } catch (error) {
      this.logger.error({ code: 'REFUSAL_NOT_LOGGED', name: note.action, error: (error as Error).name });
    }
  }

  private async write(note: Note): Promise<void> {
    const { action, subjectKind, subjectId, details = {}, isProtected = false } = note;
    const actorId = note.actorId === undefined ? currentActor().id : note.actorId;
    await this.pools.signedIn.query({
      name: 'audit.note',
      text: 'select audit.note($1, $2, $3, $4, $5, $6, $7)',
      values: [actorId, action, subjectKind, subjectId, requestContext().requestId, details, isProtected],
    });
  }
}
