import type { RequestHandler } from 'express';

/** Several middlewares as one: Express walks its layers for every request, and a layer costs more than most of these. */
export function chain(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    const step = (index: number): void => {
      const handler = handlers[index];
      if (!handler) return next();
      void handler(request, response, (error?: unknown) => (error ? next(error) : step(index + 1)));
    };
    step(0);
  };
}
