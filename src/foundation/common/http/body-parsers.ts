import express, { type Request, type RequestHandler } from 'express';
import { pageDoorOf } from './page-door.js';

/** A route whose body may be larger than the default, e.g. a whole transcript. */
export interface LargeBody {
  path: RegExp;
  /** In bytes. */
  limit: number;
}

/** Caption formats come as they are; nothing else but JSON is parsed. */
const TEXT_TYPES = ['text/plain', 'text/vtt', 'application/x-subrip'];
const FORM_LIMIT = 65_536;

/**
 * Parsers of JSON and captions, and of forms for pages alone: another site's form must never reach the interface. Past the limit 413. The rest of such a body is read and thrown away first: a client
 * that is still writing would see a broken connection and not the answer.
 */
export function bodyParsers(limit: number, largeBodies: readonly LargeBody[]): RequestHandler {
  const usual = parsersOf(limit);
  const form = express.urlencoded({ limit: FORM_LIMIT, extended: false, parameterLimit: 100 });
  const large = largeBodies.map(({ path, limit: bytes }) => ({ path, parse: parsersOf(bytes) }));
  return (request, response, next) => {
    // Most requests are reads: they need no parser at all.
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (pageDoorOf(request)) return form(request, response, next);
    const parse = large.find(({ path }) => path.test(request.path))?.parse;
    if (!parse) return usual(request, response, next);
    waiting.set(
      request,
      () =>
        new Promise((resolve, reject) =>
          parse(request, response, (error) => (error ? reject(error) : resolve())),
        ),
    );
    next();
  };
}

/** Large bodies are read only for who may send one: parsing them costs everybody seconds. */
const waiting = new WeakMap<Request, () => Promise<void>>();

/** Reads the large body of a request that the guards let through; undefined where there is none to read. */
export function readLargeBody(request: Request): Promise<void> | undefined {
  const read = waiting.get(request);
  waiting.delete(request);
  return read?.();
}

function parsersOf(limit: number): RequestHandler {
  const json = express.json({ limit, type: ['application/json', 'application/*+json'] });
  const text = express.text({ limit, type: TEXT_TYPES });
  return (request, response, next) =>
    json(request, response, (error?: unknown) => {
      if (error) next(error);
      else text(request, response, next);
    });
}
