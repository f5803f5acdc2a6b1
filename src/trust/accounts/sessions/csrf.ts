import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, DomainError, SECRET_KEY } from '#src/foundation/common/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends its cookies with whatever a page of another site makes it ask. So a write with a session must come
 * from a page of ours (`Origin`, or else `Sec-Fetch-Site`) and bring the session's token, which only such a page
 * can have read: `X-CSRF-Token`, or the form's field `csrfToken`.
 */
@Injectable()
export class Csrf {
  private readonly key: Buffer;

  constructor(
    @Inject(SECRET_KEY) secret: Buffer,
    @Inject(CONFIG) private readonly config: HearthConfig,
  ) {
    this.key = deriveKey(secret, 'hearth csrf token');
  }

  /** The token of the request's session. It changes with the session's id, at each step of signing in. */
  tokenOf(request: Request): string {
    return createHmac('sha256', this.key).update(request.sessionID).digest('base64url');
  }

  /** @throws DomainError 403 CSRF for a write that did not come from a page of ours with the session's token */
  assertOwn(request: Request): void {
    if (SAFE.has(request.method)) return;
    this.assertOrigin(request);
    if (!this.matches(request, tokenGiven(request)))
      throw refused('The session’s token is missing or wrong.');
  }

  /** For a write without a session, such as signing in. What no browser sent names no origin and passes. */
  assertOrigin(request: Request): void {
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin !== undefined ? origin !== this.ownOrigin(request) : site !== undefined && !isOwnSite(site))
      throw refused('The request came from a page of another site.');
  }

  private matches(request: Request, given: string | undefined): boolean {
    if (given === undefined) return false;
    const expected = Buffer.from(this.tokenOf(request));
    const actual = Buffer.from(given);
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  }

  private ownOrigin(request: Request): string {
    const { publicUrl } = this.config;
    return publicUrl === undefined
      ? `${request.protocol}://${request.headers.host ?? ''}`
      : new URL(publicUrl).origin;
  }
}

const isOwnSite = (site: string | string[]): boolean => site === 'same-origin' || site === 'none';

function tokenGiven(request: Request): string | undefined {
  const header = request.get('X-CSRF-Token');
  if (header !== undefined) return header;
  const body: unknown = request.body;
  const field = typeof body === 'object' && body !== null && 'csrfToken' in body ? body.csrfToken : undefined;
  return typeof field === 'string' ? field : undefined;
}

const refused = (detail: string): DomainError => new DomainError('forbidden', 'CSRF', detail);
