import { broken, DomainError, invalid, notFound, notReady } from '#src/foundation/common/index.js';

export const entryNotFound = (): DomainError => notFound('AUDIT_ENTRY_NOT_FOUND', 'audit entry');
export const alertNotFound = (): DomainError => notFound('AUDIT_ALERT_NOT_FOUND', 'audit alert');

/** 409: written, and not yet in a checkpoint. */
export const notSealed = (): DomainError =>
  notReady('NOT_SEALED', 'The entry is not sealed yet. It will be within seconds.');

/** 422: the log never had this size, or had it before the entry. */
export const sizeOutOfRange = (name: string, least: number, most: number): DomainError =>
  broken('SIZE_OUT_OF_RANGE', `/${name}`, `must be from ${least} to ${most}`);

export const orderWrong = (): DomainError =>
  invalid([{ pointer: '/from', code: 'RANGE', detail: 'must not be greater than to' }]);
