import { broken, type DomainError, notFound, notReady } from '#src/foundation/common/index.js';
import { LONGEST_DAYS } from './key.policy.js';

export const apiKeyNotFound = (): DomainError => notFound('API_KEY_NOT_FOUND', 'key');

export const scopeBeyondRole = (place: number): DomainError =>
  broken('SCOPE_BEYOND_ROLE', `/scopes/${place}`, 'No role of the owner may do what this scope allows.');

export const expiryOutOfRange = (): DomainError =>
  broken('EXPIRY_RANGE', '/expiresAt', `must lie ahead, by ${LONGEST_DAYS} days at most`);

export const onlyAdministrators = (): DomainError =>
  broken('ADMINISTRATORS_ONLY', '/forIntegrator', 'Keys of integrators are made by administrators.');

export const keyIsOver = (): DomainError =>
  notReady('KEY_IS_OVER', 'This key has expired, was revoked or has a successor already.');
