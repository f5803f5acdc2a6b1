import type { NextFunction, Request, Response } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/**
 * Defaults a handler may narrow: what is read without a key may be kept and must be asked about again (`ETag`),
 * what is read with one is that caller's, and the answer to a change is nobody's to keep.
 */
export function cacheHeaders(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', policyFor(request));
  response.setHeader('Vary', 'Accept-Encoding, Authorization, Cookie');
  next();
}

function policyFor({ method, headers }: Request): string {
  if (!SAFE_METHODS.has(method)) return 'no-store';
  const isSomebody = headers.authorization !== undefined || headers.cookie !== undefined;
  return isSomebody ? 'private, no-cache' : 'no-cache';
}
