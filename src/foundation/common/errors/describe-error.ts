import { sqlState } from './postgres-errors.js';

export interface ErrorDescription {
  name: string;
  /** SQLSTATE, errno code or the like. */
  code?: string;
  message?: string;
  constraint?: string;
  stack?: string[];
  cause?: ErrorDescription;
}

/** Their messages are written by the engine about code, not about data. */
const MESSAGES_WITHOUT_DATA = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'AssertionError',
  'UnknownDependenciesException',
]);

/**
 * What may be logged of an error: where it happened and what kind it is. PostgreSQL, JSON.parse and others quote
 * the data in their messages, `QueryFailedError` carries the parameters: none of that leaves through here.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const fields = error as Error & { code?: unknown; driverError?: { constraint?: unknown } };
  const code = sqlState(error) ?? (typeof fields.code === 'string' ? fields.code : undefined);
  const constraint = fields.driverError?.constraint;
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(MESSAGES_WITHOUT_DATA.has(error.name) && { message: error.message }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** `at f (file:1:2)` or `at file:1:2`: what V8 writes, and hardly what a message holds. */
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

function framesOf({ stack = '', message }: Error): string[] {
  // The stack begins with the message, which may run over lines of any look.
  const start = stack.indexOf(message);
  const frames = start === -1 ? stack : stack.slice(start + message.length);
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .map((line) => line.trim());
}
