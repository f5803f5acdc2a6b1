import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { StructuredLogger } from './logger.js';
import { localMetricsAnswer } from './metrics-handler.js';
import { Metrics } from './metrics.js';
import { OBSERVABILITY, type ObservabilityOptions } from './options.js';

const NO_ROUTE = '(none)';
/** What nginx calls a request whose client went away. */
const CLIENT_GONE = 499;

/**
 * Watches every request: one log line and one observation each. Call it before `configureHttp`, so that what
 * the other habits refuse (429, 413) is seen too.
 */
export function observeHttp(app: NestExpressApplication): void {
  const { logger, metricsPort } = app.get<ObservabilityOptions>(OBSERVABILITY);
  const metrics = app.get(Metrics);
  app.use(observer(metrics, logger));
  if (metricsPort === undefined) app.use('/metrics', localMetricsAnswer(metrics));
  app.use(healthAlias);
}

function observer(metrics: Metrics, logger: StructuredLogger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      const milliseconds = performance.now() - start;
      const { method } = request;
      const route = routeOf(request);
      const status = response.writableFinished ? response.statusCode : CLIENT_GONE;
      metrics.durations.observe(method, route, status, milliseconds / 1000);
      const requestId = String(response.getHeader('X-Request-Id') ?? 'none');
      logger.access({ requestId, method, route, status, durationMs: Math.round(milliseconds * 10) / 10 });
    });
    next();
  };
}

/** The pattern that matched. The path itself is never used: whatever somebody types into an address is not ours to keep. */
function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : NO_ROUTE;
}

/** Orchestrators look for `/health/live`; the interface has it under its prefix. */
function healthAlias(request: Request, _response: Response, next: NextFunction): void {
  if (request.url.startsWith('/health/')) request.url = `/api/v1${request.url}`;
  next();
}
