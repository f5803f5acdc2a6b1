import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { requestContextMiddleware } from '../context/request-context.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { sendTagged } from '../etag/send-tagged.js';
import { createValidationPipe } from '../validation/validation.pipe.js';
import { bodyParsers, type LargeBody } from './body-parsers.js';
import { cacheHeaders } from './cache-headers.js';
import { chain } from './chain.js';
import { compress } from './compress.js';
import { pagePaths, PAGES_PATTERN } from './page-door.js';
import { rateLimit } from './rate-limit.js';
import { securityHeaders } from './security-headers.js';
import { ShapeGuard } from './shape.guard.js';

export const API_PREFIX = 'api/v1';

/** The part of the configuration that the door needs. */
export interface HttpConfig {
  /** The greatest request body; default 1 MiB. */
  bodyLimitBytes?: number;
  largeBodies?: readonly LargeBody[];
  /** Requests a minute and network; default 600, 0 is no limit. */
  rateLimitPerMinute?: number;
  /** How many proxies in front are believed about the caller's address; default none, so that nobody can choose one. */
  trustProxy?: number;
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
  app.set('trust proxy', config.trustProxy ?? 0);
  app.setGlobalPrefix(API_PREFIX, { exclude: [PAGES_PATTERN] });
  sendTagged(app.getHttpAdapter().getInstance().response);
  app.use(
    chain(
      requestContextMiddleware,
      securityHeaders(),
      pagePaths,
      cacheHeaders,
      rateLimit({ quota: config.rateLimitPerMinute ?? 600, windowSeconds: 60 }, isUnlimited),
      compress(),
      bodyParsers(config.bodyLimitBytes ?? MIB, config.largeBodies ?? []),
    ),
  );
  app.useGlobalGuards(new ShapeGuard());
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
}

function isUnlimited(request: Request): boolean {
  return UNLIMITED_PATHS.test(request.path);
}
