import { DomainError, notFound, notReady } from '#src/foundation/common/index.js';

export const jobNotFound = (): DomainError => notFound('JOB_NOT_FOUND', 'job');

export const jobEnded = (): DomainError =>
  notReady('JOB_ENDED', 'The job has ended; what it did is not undone.');

export const tooManyStreams = (): DomainError =>
  new DomainError('too_many', 'TOO_MANY_STREAMS', 'Too many streams are open. Close one, then try again.', {
    headers: { 'Retry-After': '5' },
  });
