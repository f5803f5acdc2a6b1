import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '../common/index.js';
import { WriteSource } from './write-source.js';
import type { Session } from './connections/session.js';
import { currentTransaction, inTransaction, type Transaction } from './transaction.js';
import { isRefusedByPolicy } from './violations.js';

/**
 * The transaction of a use case. Repositories take the current manager; calls inside a running unit of work
 * join it, so that a use case made of others is still one transaction.
 */
@Injectable()
export class UnitOfWork {
  constructor(@Inject(WriteSource) private readonly source: WriteSource) {}

  /**
   * Runs `work` as the session's person and role, and commits. No audit row, no action: a transaction that
   * recorded none is rolled back.
   *
   * @throws what `work` throws, after rolling back
   */
  async run<T>(session: Session, work: () => Promise<T>): Promise<T> {
    const outer = currentTransaction();
    if (outer) return work();

    const dataSource = await this.source.get();
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    let transaction: Transaction | undefined;
    try {
      await runner.startTransaction('READ COMMITTED');
      await runner.query("select set_config('hearth.person', $1, true), set_config('role', $2, true)", [
        session.person ?? '',
        session.role,
      ]);
      transaction = { manager: runner.manager, session, audited: 0 };
      const result = await inTransaction(transaction, work);
      if (transaction.audited === 0 && !transaction.wroteNothing)
        throw new Error('A write left no audit row; it was rolled back');
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      // What the policies refuse is, for this caller, not there.
      throw isRefusedByPolicy(error) ? notFound('NOT_FOUND', 'record') : error;
    } finally {
      await runner.release();
    }
  }
}
