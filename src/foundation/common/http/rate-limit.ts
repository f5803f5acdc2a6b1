import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../errors/domain-error.js';
import { NetworkKeys } from './network-key.js';

export interface RateLimit {
  /** Requests a network may make in one window; 0 = no limit. */
  quota: number;
  windowSeconds: number;
}

export interface Count {
  used: number;
  resetSeconds: number;
}

/**
 * Counts in fixed windows, in the memory of this process: reads are too many for a write to the database each.
 * The whole table is thrown away when its window ends, so it needs no timer a key and never outgrows a window.
 */
export class WindowCounter {
  private counts = new Map<string, number>();
  private endsAt = 0;

  constructor(
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  count(key: string): Count {
    const now = this.now();
    if (now >= this.endsAt) {
      this.counts = new Map();
      this.endsAt = now + this.windowMs;
    }
    const used = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, used);
    return { used, resetSeconds: Math.ceil((this.endsAt - now) / 1000) };
  }
}

/** `RateLimit-Policy` and `RateLimit` as in draft-ietf-httpapi-ratelimit-headers; past the quota 429 with `Retry-After`. */
export function rateLimit(
  { quota, windowSeconds }: RateLimit,
  isExempt: (request: Request) => boolean,
): (request: Request, response: Response, next: NextFunction) => void {
  if (quota === 0) return (_request, _response, next) => next();
  const counter = new WindowCounter(windowSeconds * 1000);
  const networks = new NetworkKeys();
  const policy = `"default";q=${quota};w=${windowSeconds}`;
  return (request, response, next) => {
    if (isExempt(request)) return next();
    const { used, resetSeconds } = counter.count(networks.keyOf(request.ip ?? '', request.socket));
    response.setHeader('RateLimit-Policy', policy);
    response.setHeader('RateLimit', `"default";r=${Math.max(quota - used, 0)};t=${resetSeconds}`);
    if (used <= quota) return next();
    next(
      new DomainError(
        'too_many',
        'RATE_LIMITED',
        'Too many requests from this network. Wait, then try again.',
        {
          headers: { 'Retry-After': String(resetSeconds) },
        },
      ),
    );
  };
}
