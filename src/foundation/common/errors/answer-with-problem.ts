import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestContext } from '../context/request-context.js';
import { allowedMethods } from '../http/allowed-methods.js';
import { pageDoorOf } from '../http/page-door.js';
import { describeError } from './describe-error.js';
import { answerFor, type ProblemAnswer, problemTitle, problemType } from './problem.js';

const logger = new Logger('Problem');

/** Headers a handler may have set before it failed; on a refusal they would tell of the record. */
const HEADERS_OF_SUCCESS = [
  'ETag',
  'Last-Modified',
  'Location',
  'Link',
  'Preference-Applied',
  'Content-Disposition',
  'Content-Length',
  'Content-Encoding',
  'Content-Range',
  'Accept-Ranges',
];

/** Writes the answer to a request that failed with `error`, and logs it when the fault is ours. */
export function answerWithProblem(error: unknown, request: Request, response: Response): void {
  const answer = withMethods(answerFor(error), request);
  if (answer.status >= 500) report(error, answer);
  // Half an answer must not look like a whole one: the client has to see the connection break.
  if (response.headersSent) response.destroy();
  else send(answer, request, response);
}

function report(error: unknown, { code }: ProblemAnswer): void {
  const { requestId } = requestContext();
  logger.error({ event: 'request.failed', requestId, code, error: describeError(error) });
}

/** A path that exists for another method is 405 with `Allow`. */
function withMethods(answer: ProblemAnswer, request: Request): ProblemAnswer {
  if (answer.code !== 'ROUTE_NOT_FOUND') return answer;
  const methods = allowedMethods(request);
  if (methods.length === 0) return answer;
  return {
    ...answer,
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    detail: 'This route does not take that method.',
    headers: { Allow: methods.join(', ') },
  };
}

function send(answer: ProblemAnswer, request: Request, response: Response): void {
  const { status, headers } = answer;
  for (const name of HEADERS_OF_SUCCESS) response.removeHeader(name);
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  const door = pageDoorOf(request);
  // A browser would show a box of its own for the challenge of a key.
  if (status === 401 && !door) response.setHeader('WWW-Authenticate', 'Bearer realm="hearth"');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (door) response.removeHeader('WWW-Authenticate');
  response.setHeader('Content-Type', door ? 'text/html; charset=utf-8' : 'application/problem+json');
  response.end(door?.problemPage(answer, request, response) ?? JSON.stringify(problemOf(answer, request)));
}

function problemOf({ status, code, detail, errors }: ProblemAnswer, request: Request): object {
  return {
    type: problemType(code),
    title: problemTitle(code),
    status,
    ...(detail !== undefined && { detail }),
    instance: pathOf(request.originalUrl),
    code,
    requestId: requestContext().requestId,
    ...(errors.length > 0 && { errors }),
  };
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
