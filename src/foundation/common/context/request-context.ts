import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** What belongs to the request being served, wherever its code runs. */
export interface RequestContext {
  readonly requestId: string;
  /** Whom cursors and replays are bound to: `public`, or the id of the key or person. */
  caller: string;
}

const storage = new AsyncLocalStorage<RequestContext>();
const NO_REQUEST: RequestContext = Object.freeze({ requestId: 'none', caller: 'public' });
const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The current request; outside of one (command line, jobs) a caller `public` with the request id `none`. */
export function requestContext(): Readonly<RequestContext> {
  return storage.getStore() ?? NO_REQUEST;
}

/** Called once by the authentication guard. Outside of a request it does nothing. */
export function setCaller(caller: string): void {
  const context = storage.getStore();
  if (context) context.caller = caller;
}

/** Runs `work` as a request of its own. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Gives each request its id: the client's when it is a short plain token, else a new one; echoed either way. */
export function requestContextMiddleware(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', requestId);
  storage.run({ requestId, caller: 'public' }, next);
}
