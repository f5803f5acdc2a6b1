import { DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const zoneNotFound = (): DomainError => notFound('ZONE_NOT_FOUND', 'zone');

export const personNotFound = (): DomainError => notFound('PERSON_NOT_FOUND', 'person');

export const personSits = (): DomainError =>
  notReady(
    'PERSON_SITS',
    'They hold a seat or an office, or did: what the commission decided with them stays countable for the public.',
  );

export const zoneNumberTaken = (): DomainError =>
  new DomainError('conflict', 'ZONE_NUMBER_TAKEN', 'Another zone has this number.');
