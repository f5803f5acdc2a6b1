import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { Session } from './connections/session.js';

/** The write transaction that the current call runs in. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly session: Session;
  /** How many audit rows were written in it; a transaction without one is not committed. */
  audited: number;
  /** Set by a replay, which finds what was made before and writes nothing. */
  wroteNothing?: boolean;
}

const storage = new AsyncLocalStorage<Transaction>();

export const currentTransaction = (): Transaction | undefined => storage.getStore();

export const inTransaction = <T>(transaction: Transaction, work: () => Promise<T>): Promise<T> =>
  storage.run(transaction, work);

/** The entity manager of the current write transaction. Asked for outside one, it is a programming error. */
export function currentManager(): EntityManager {
  const transaction = storage.getStore();
  if (!transaction) throw new Error('A write was tried outside unitOfWork.run()');
  return transaction.manager;
}
