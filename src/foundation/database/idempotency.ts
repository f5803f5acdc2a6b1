import { Injectable } from '@nestjs/common';
import { DomainError, payloadHash } from '../common/index.js';
import { currentTransaction } from './transaction.js';

export interface IdempotentCreation {
  /** The client's `Idempotency-Key`; undefined creates without one. */
  readonly key: string | undefined;
  /** Which operation it is, with the parent's id if it has one: `createHearing`. */
  readonly operation: string;
  readonly payload: unknown;
  /** Makes the thing and answers its id. */
  readonly create: () => Promise<string>;
}

/**
 * Creations that a client may send twice. What is remembered is the id and the status, never a body: a replay
 * finds the thing that was made the first time, and its reader asks the gate anew. Kept for 24 hours, per caller.
 */
@Injectable()
export class Idempotency {
  /**
   * The id of what was created, now or the first time. Runs inside the unit of work that creates.
   *
   * @throws DomainError 409 IDEMPOTENCY_IN_FLIGHT while the first request runs, 422 IDEMPOTENCY_MISMATCH for
   *   another payload under the same key
   */
  async once(creation: IdempotentCreation): Promise<string> {
    const { key, operation, create } = creation;
    if (key === undefined) return create();
    const transaction = currentTransaction();
    if (!transaction) throw new Error('idempotent creation outside a transaction');
    const { manager, session } = transaction;
    const hash = Buffer.from(payloadHash([operation, creation.payload]), 'hex');

    const [lock] = await manager.query<{ free: boolean }[]>(
      'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as free',
      [`${session.person} ${key}`],
    );
    if (!lock?.free) {
      throw new DomainError(
        'conflict',
        'IDEMPOTENCY_IN_FLIGHT',
        'The first request with this key is still running.',
        {
          headers: { 'Retry-After': '1' },
        },
      );
    }
    await manager.query(`delete from idempotency where created_at < now() - interval '24 hours'`);
    const [before] = await manager.query<{ payload_hash: Buffer; resource_id: string }[]>(
      'select payload_hash, resource_id from idempotency where actor_id = $1 and key = $2',
      [session.person, key],
    );
    if (before) {
      if (!before.payload_hash.equals(hash)) {
        throw new DomainError('rule', 'IDEMPOTENCY_MISMATCH', 'This key was used for another request.');
      }
      transaction.wroteNothing = true;
      return before.resource_id;
    }
    const id = await create();
    await manager.query(
      `insert into idempotency (actor_id, key, operation, payload_hash, status, resource_id)
       values ($1, $2, $3, $4, 201, $5)`,
      [session.person, key, operation, hash, id],
    );
    return id;
  }
}
