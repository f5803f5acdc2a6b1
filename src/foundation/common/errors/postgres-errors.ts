import { DomainError } from './domain-error.js';

interface PostgresFields {
  readonly code?: unknown;
  readonly severity?: unknown;
}

/** What pg and its pool throw without a code: only the text tells them apart from a bug. */
const CODELESS_CONNECTION_FAILURES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Cannot use a pool after calling end',
  'Client has encountered a connection error',
];

/** Raised by our own triggers: the message is the code of the refusal, the detail its sentence. */
const REFUSED_BY_TRIGGER = 'H0409';

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** SQLSTATE of an error thrown by pg, or by TypeORM around it; undefined when the database did not say it. */
export function sqlState(error: unknown): string | undefined {
  const driver = driverError(error) as PostgresFields | undefined;
  const isServerError = typeof driver?.severity === 'string';
  return isServerError && typeof driver.code === 'string' ? driver.code : undefined;
}

/** The refusal a database error amounts to, or undefined when it is a fault of the program. */
export function domainErrorOf(error: unknown): DomainError | undefined {
  const state = sqlState(error);
  if (state === undefined) return isConnectionFailure(error) ? databaseUnavailable() : undefined;
  if (state === REFUSED_BY_TRIGGER) {
    const { message, detail } = driverError(error) as { message: string; detail?: string };
    return new DomainError('conflict', message, detail ?? '');
  }
  if (state === '22021' || state === '22P05') {
    return new DomainError(
      'malformed',
      'TEXT_NOT_STORABLE',
      'The text holds a character that cannot be stored.',
    );
  }
  // A moment that our validators let through and PostgreSQL does not read is still the client's.
  if (state === '22007' || state === '22008' || state === '22009') {
    return new DomainError('malformed', 'VALIDATION', 'The request holds a date that no calendar has.');
  }
  if (state === '57014') {
    return new DomainError(
      'unavailable',
      'QUERY_TIMEOUT',
      'The answer took too long and was given up.',
      retry(5),
    );
  }
  if (state === '40001' || state === '40P01' || state === '55P03') {
    return new DomainError(
      'unavailable',
      'DATABASE_BUSY',
      'Another change was in the way. Try again.',
      retry(1),
    );
  }
  const isGone = state.startsWith('08') || state.startsWith('57P0') || state.startsWith('53');
  return isGone ? databaseUnavailable() : undefined;
}

function databaseUnavailable(): DomainError {
  return new DomainError(
    'unavailable',
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached now.',
    retry(5),
  );
}

function retry(seconds: number): { headers: Record<string, string> } {
  return { headers: { 'Retry-After': String(seconds) } };
}

function isConnectionFailure(error: unknown): boolean {
  const driver = driverError(error);
  if (!(driver instanceof Error)) return false;
  const { code, syscall } = driver as NodeJS.ErrnoException;
  // A file that is missing says ENOENT too: only the socket's own calls count.
  if (code !== undefined && SOCKET_CODES.has(code)) return syscall !== 'open' && syscall !== 'stat';
  if (driver instanceof AggregateError) return driver.errors.some(isConnectionFailure);
  return code === undefined && CODELESS_CONNECTION_FAILURES.some((text) => driver.message.startsWith(text));
}

function driverError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  return 'driverError' in error ? error.driverError : error;
}
