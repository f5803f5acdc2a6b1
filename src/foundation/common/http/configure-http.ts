import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Request } from 'express';
import { requestContextMiddleware } from '../context/request-context.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { createValidationPipe } from '../validation/validation.pipe.js';
import { bodyParsers, type LargeBody } from './body-parsers.js';
import { cacheHeaders } from './cache-headers.js';
import { type RateLimit, rateLimit } from './rate-limit.js';
import { securityHeaders } from './security-headers.js';
import { ShapeGuard } from './shape.guard.js';

export const API_PREFIX = 'api/v1';

export interface HttpConfig {
  /** Bytes of a request body; default 1 MiB. */
  bodyLimit?: number;
  largeBodies?: readonly LargeBody[];
  /** Default 600 requests a minute and network. `quota: 0` turns it off. */
  rateLimit?: RateLimit;
  /** How many proxies stand in front (Express' `trust proxy`); default none, so that nobody can choose an address. */
  trustProxy?: number | string | boolean;
}

const MIB = 1_048_576;
const UNLIMITED_PATHS = /^(\/api\/v1)?\/(health\/|metrics$)/;

/**
 * Every HTTP habit of the interface, once. Create the application with `bodyParser: false`, call this before
 * `init` or `listen`; global guards given as `APP_GUARD` run before the one added here (401 and 403 before 400).
 */
export function configureHttp(app: NestExpressApplication, config: HttpConfig = {}): void {
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.trustProxy ?? false);
  app.setGlobalPrefix(API_PREFIX);
  app.use(requestContextMiddleware);
  app.use(securityHeaders());
  app.use(cacheHeaders);
  app.use(rateLimit(config.rateLimit ?? { quota: 600, windowSeconds: 60 }, isUnlimited));
  app.use(compression());
  app.use(bodyParsers(config.bodyLimit ?? MIB, config.largeBodies ?? []));
  app.useGlobalGuards(new ShapeGuard());
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}

function isUnlimited(request: Request): boolean {
  return UNLIMITED_PATHS.test(request.path);
}
