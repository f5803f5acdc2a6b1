export { type Level, type LoggerOptions, StructuredLogger } from './logger.js';
export { Metrics } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
export { observeHttp } from './observe-http.js';
export type { ObservabilityOptions } from './options.js';
export { Readiness, type ReadinessCheck } from './readiness.js';
