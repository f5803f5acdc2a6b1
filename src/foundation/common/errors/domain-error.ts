/** What kind of refusal it is; each kind has one HTTP status. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported'
  | 'rule'
  | 'precondition_required'
  | 'too_many'
  | 'unavailable';

export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  rule: 422,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
};

/** One complaint about one place of the input. `pointer` is an RFC 6901 JSON pointer into the body, or `/name` of a parameter. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
  /** Of a double booking: with what it clashes, and by which name an acknowledgement calls it. */
  otherHearingId?: string;
  key?: string;
}

export interface DomainErrorOptions {
  errors?: readonly FieldError[];
  /** Sent with the answer, e.g. the current `ETag` of a stale write. */
  headers?: Readonly<Record<string, string>>;
  /** For the caller in this program only: neither answered nor logged. */
  meta?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal that a client can act on. `code` is UPPER_SNAKE and part of the interface; `detail` is a sentence
 * for a person. Neither may hold a value of a record: an id at most.
 */
export class DomainError extends Error {
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly meta: Readonly<Record<string, unknown>>;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly detail: string,
    options: DomainErrorOptions = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DomainError';
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
    this.meta = options.meta ?? {};
  }

  get status(): number {
    return STATUS_OF[this.kind];
  }
}

/** The one answer for what is absent and for what the caller may not see: it names the kind, never the id. */
export function notFound(code: string, what: string): DomainError {
  return new DomainError('not_found', code, `There is no such ${what}.`);
}

/** 400 for the shape of the input, with one complaint a place. */
export function invalid(errors: readonly FieldError[]): DomainError {
  return new DomainError('malformed', 'VALIDATION', 'The request does not have the expected form.', {
    errors,
  });
}

/** 422 about one place of the body. */
export function broken(code: string, pointer: string, detail: string): DomainError {
  return new DomainError('rule', code, detail, { errors: [{ pointer, code, detail }] });
}

/** 422: what the body names is absent, or hidden from the caller: the same answer. */
export function unknownReferences(pointers: readonly string[]): DomainError {
  const detail = 'names no record that fits here';
  return new DomainError('rule', 'UNKNOWN_REFERENCE', 'The body names a record that is not there.', {
    errors: pointers.map((pointer): FieldError => ({ pointer, code: 'UNKNOWN_REFERENCE', detail })),
  });
}

/** 409: the record is not yet, or no longer, in the state that this asks for. */
export function notReady(code: string, detail: string): DomainError {
  return new DomainError('conflict', code, detail);
}
