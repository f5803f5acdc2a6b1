import { DomainError, notFound } from '#src/foundation/common/index.js';

export const sectorNotFound = (): DomainError => notFound('SECTOR_NOT_FOUND', 'sector');

export const sectorKeyTaken = (): DomainError =>
  new DomainError('conflict', 'SECTOR_KEY_TAKEN', 'Another sector has this key.', {
    errors: [{ pointer: '/key', code: 'SECTOR_KEY_TAKEN', detail: 'is the key of another sector' }],
  });
