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
