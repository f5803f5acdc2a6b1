import { HttpException } from '@nestjs/common';
import { DomainError, type FieldError } from './domain-error.js';
import { domainErrorOf } from './postgres-errors.js';

/** The answer to be given for whatever was thrown, before it knows the request. */
export interface ProblemAnswer {
  status: number;
  code: string;
  detail?: string;
  errors: readonly FieldError[];
  headers: Readonly<Record<string, string>>;
}

const FRAMEWORK_CODES: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['BAD_REQUEST', 'The request could not be read.'],
  401: ['UNAUTHENTICATED', 'This needs a valid API key.'],
  403: ['FORBIDDEN', 'This is not permitted.'],
  404: ['ROUTE_NOT_FOUND', 'There is no such route.'],
  406: ['NOT_ACCEPTABLE', 'The answer cannot be given in that form.'],
  408: ['REQUEST_TIMEOUT', 'The request took too long to arrive.'],
  413: ['BODY_TOO_LARGE', 'The body is larger than this route takes.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The body is not in a form that this route takes.'],
};

/** `HEARING_NOT_FOUND` -> `/problems/hearing-not-found` */
export function problemType(code: string): string {
  return `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
}

/** `HEARING_NOT_FOUND` -> `Hearing not found` */
export function problemTitle(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Maps anything thrown to its answer. What is not a refusal is a fault of ours: 500, and not a word more. */
export function answerFor(error: unknown): ProblemAnswer {
  const refusal = error instanceof DomainError ? error : domainErrorOf(error);
  if (refusal) {
    const { status, code, detail, errors, headers } = refusal;
    return { status, code, detail, errors, headers };
  }
  const status = frameworkStatus(error);
  if (status === undefined || status >= 500)
    return { status: 500, code: 'INTERNAL', errors: [], headers: {} };
  const [code, detail] = isMalformedJson(error)
    ? ['MALFORMED_JSON', 'The body is not valid JSON.']
    : (FRAMEWORK_CODES[status] ?? FRAMEWORK_CODES[400]!);
  return { status, code, detail, errors: [], headers: {} };
}

/** Nest's own exceptions, and the http-errors of Express and its body parser (`expose` marks the client's fault). */
function frameworkStatus(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof URIError) return 400;
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : undefined;
}

function isMalformedJson(error: unknown): boolean {
  return (error as { type?: unknown } | null)?.type === 'entity.parse.failed' || bodyParserCause(error);
}

/** Nest wraps the parser's SyntaxError into a BadRequestException with the same message. */
function bodyParserCause(error: unknown): boolean {
  return error instanceof HttpException && error.getStatus() === 400 && /JSON/.test(error.message);
}
