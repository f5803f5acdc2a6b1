import { DomainError, domainErrorOf } from '#src/foundation/common/index.js';

export interface Failure {
  /** What the owner is told; the error's own words go no further than this function. */
  readonly code: string;
  /** Whether trying again can help. */
  readonly mayPass: boolean;
}

const PASSING = new Set(['unavailable', 'too_many', 'conflict']);

export function failureOf(error: unknown): Failure {
  const refusal = error instanceof DomainError ? error : domainErrorOf(error);
  if (!refusal) return { code: 'JOB_FAILED', mayPass: true };
  return { code: refusal.code, mayPass: PASSING.has(refusal.kind) };
}
