import { DomainError } from '../errors/domain-error.js';

// Beside the object, not in it: a revision is a header, and no field of any DTO.
const revisions = new WeakMap<object, string>();

/** Notes which revision of its record a DTO shows. `revision` is short visible ASCII without `"`, e.g. a version number. */
export function withRevision<T extends object>(dto: T, revision: string): T {
  revisions.set(dto, revision);
  return dto;
}

export function revisionOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? revisions.get(value) : undefined;
}

export function etagOf(revision: string): string {
  return `"${revision}"`;
}

/**
 * 412 `STALE` unless the record still is at a revision that the client named; the answer carries the current
 * `ETag`. Call it after the gate: before, it would tell of a record that the caller may not see.
 */
export function assertFresh(ifMatch: readonly string[] | '*', revision: string): void {
  // A tag is the record's revision and, behind a dot, a digest of what was shown (see `Tagged`): the record counts.
  if (ifMatch === '*' || ifMatch.some((tag) => tag.split('.')[0] === revision)) return;
  throw new DomainError(
    'stale',
    'STALE',
    'Someone has changed this since. Read it again, then repeat the change.',
    {
      headers: { ETag: etagOf(revision) },
    },
  );
}
