import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses for who asks. For the others the middleware would still wrap every answer, at a tenth of a read's cost. */
export function compress(): RequestHandler {
  const handler = compression();
  return (request, response, next) => {
    if (request.headers['accept-encoding'] === undefined) next();
    else handler(request, response, next);
  };
}
