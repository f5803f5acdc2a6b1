import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import { describeError } from '#src/foundation/common/index.js';
import { allowed } from './log-fields.js';

export type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LoggerOptions {
  level: Level;
  /** File descriptor: 1 (default) or 2. */
  destination?: 1 | 2;
  /** For tests: takes the lines instead. */
  sink?: { write(line: string): void };
}

export interface Access {
  requestId: string;
  method: string;
  /** The pattern, e.g. `/api/v1/hearings/:hearingId`. */
  route: string;
  status: number;
  durationMs: number;
}

const FLUSH_MS = 500;

/**
 * JSON lines by allow-list, and Nest's logger. Of an object only known fields are written (log-fields.ts), of an
 * error only what describeError lets through: no address, user agent, body, query or parameter has a field.
 */
export class StructuredLogger implements LoggerService {
  private readonly pino: pino.Logger;
  private readonly flushSync: () => void;

  constructor({ level, destination = 1, sink }: LoggerOptions) {
    // Lines of ordinary requests are written together; whatever is worse is written at once (see below).
    const buffered = sink ? undefined : pino.destination({ dest: destination, sync: false, minLength: 4096 });
    const options: pino.LoggerOptions = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = buffered ? pino(options, buffered) : pino(options, sink);
    this.flushSync = () => buffered?.flushSync();
    if (buffered) setInterval(() => buffered.flush(), FLUSH_MS).unref();
  }

  /** One served request. Field by field: this runs for each, and nothing else may slip in. */
  access({ requestId, method, route, status, durationMs }: Access): void {
    this.pino.info({ event: 'request', requestId, method, route, status, durationMs });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Writes out what is buffered; the last act before the process ends. */
  close(): void {
    this.flushSync();
  }

  private write(level: Exclude<Level, 'silent'>, message: unknown, rest: readonly unknown[]): void {
    // Nest's last argument is the context. The stack some calls put before it repeats the message of an error.
    const context = rest.at(-1);
    const named = typeof context === 'string' && !context.includes('\n') ? { context } : {};
    if (typeof message === 'string') this.pino[level](named, message);
    else this.pino[level]({ ...named, ...fieldsOf(message) });
    this.flushSync();
  }
}

function fieldsOf(message: unknown): Record<string, unknown> {
  if (message instanceof Error) return { error: describeError(message) };
  return typeof message === 'object' && message !== null ? allowed(message) : {};
}
