import { DomainError, notFound } from '#src/foundation/common/index.js';

export const zoneNotFound = (): DomainError => notFound('ZONE_NOT_FOUND', 'zone');

export const personNotFound = (): DomainError => notFound('PERSON_NOT_FOUND', 'person');

export const zoneNumberTaken = (): DomainError =>
  new DomainError('conflict', 'ZONE_NUMBER_TAKEN', 'Another zone has this number.');
