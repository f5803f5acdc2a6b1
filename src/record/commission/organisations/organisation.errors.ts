import { type DomainError, notFound } from '#src/foundation/common/index.js';

export const sponsorNotFound = (): DomainError => notFound('SPONSOR_NOT_FOUND', 'sponsor');
