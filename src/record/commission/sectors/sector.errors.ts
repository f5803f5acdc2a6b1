import { DomainError, notFound } from '#src/foundation/common/index.js';

export const sectorNotFound = (): DomainError => notFound('SECTOR_NOT_FOUND', 'sector');

/** 409: seats for it are provided for beyond its end. Each is named, for a clerk to end it or to give it to another. */
export const sectorInUse = (postIds: readonly string[]): DomainError =>
  new DomainError('conflict', 'SECTOR_IN_USE', 'Seats for this sector are provided for beyond that day.', {
    errors: postIds.map((id) => ({
      pointer: '/endedOn',
      code: 'SECTOR_IN_USE',
      detail: `the seat ${id} is provided for beyond it`,
    })),
  });

export const sectorKeyTaken = (): DomainError =>
  new DomainError('conflict', 'SECTOR_KEY_TAKEN', 'Another sector has this key.', {
    errors: [{ pointer: '/key', code: 'SECTOR_KEY_TAKEN', detail: 'is the key of another sector' }],
  });
