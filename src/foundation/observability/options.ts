import type { StructuredLogger } from './logger.js';

export const OBSERVABILITY = Symbol('OBSERVABILITY');

export interface ObservabilityOptions {
  logger: StructuredLogger;
  /** `/metrics` answers here alone; absent: on the main port, to this machine. 0 takes a free port. */
  metricsPort?: number;
  /** Where the metrics port listens; default all that Node listens on. */
  host?: string;
  /** The decorator that opens a handler to everybody: the gate stands on a floor above, and refuses what has none. */
  asPublic: MethodDecorator;
}
