import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, invalid } from '../errors/domain-error.js';
import { readLargeBody } from './body-parsers.js';
import { findUnfit, MAX_DEPTH, MAX_VALUES, pointerToken } from '../text/find-unstorable.js';

/** What Nest keeps of a handler's parameters: keys like `4:0` (kind : place). */
const ROUTE_ARGUMENTS = '__routeArguments__';
const REQUEST = '0';
const BODY = '3';
const QUERY = '4';

type Shape = Readonly<Record<'takesQuery' | 'takesBody', boolean>>;

/**
 * The part of "400 for the shape" that needs no DTO: text that cannot be stored, depth, parameters to a handler
 * that takes none, a body in a form nobody parsed. A guard, and registered last, so that 401 and 403 come first.
 */
@Injectable()
export class ShapeGuard implements CanActivate {
  private readonly shapes = new WeakMap<object, Shape>();

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    return readLargeBody(request)?.then(() => this.refuse(request, context)) ?? this.refuse(request, context);
  }

  private refuse(request: Request, context: ExecutionContext): true {
    const shape = this.shapeOf(context);
    refuseUnfit(request.params, 'UNKNOWN_PARAMETER');
    refuseUnfit(request.query, 'UNKNOWN_PARAMETER');
    refuseUnfit(request.body, 'UNKNOWN_PROPERTY');
    if (!shape.takesQuery) refuseParameters(request);
    if (shape.takesBody) refuseUnparsed(request);
    return true;
  }

  private shapeOf(context: ExecutionContext): Shape {
    const handler = context.getHandler();
    const known = this.shapes.get(handler);
    if (known) return known;
    const args = Reflect.getMetadata(ROUTE_ARGUMENTS, context.getClass(), handler.name) as object | undefined;
    const kinds = new Set(Object.keys(args ?? {}).map((key) => key.slice(0, key.indexOf(':'))));
    const shape = { takesQuery: kinds.has(REQUEST) || kinds.has(QUERY), takesBody: kinds.has(BODY) };
    this.shapes.set(handler, shape);
    return shape;
  }
}

const UNFIT = {
  text: [
    'TEXT_NOT_STORABLE',
    'The text holds a character that cannot be stored: U+0000 or half a surrogate pair.',
  ],
  depth: ['NESTED_TOO_DEEP', `The body is nested deeper than ${MAX_DEPTH} levels.`],
  size: ['TOO_MANY_VALUES', `The body holds more than ${MAX_VALUES} values.`],
} as const;

function refuseUnfit(part: unknown, unknownName: string): void {
  if (part === undefined) return;
  const unfit = findUnfit(part);
  if (!unfit) return;
  const { pointer, reason } = unfit;
  if (reason === 'name')
    throw invalid([{ pointer, code: unknownName, detail: 'is not a name that is taken here' }]);
  const [code, detail] = UNFIT[reason];
  throw new DomainError('malformed', code, detail, { errors: [{ pointer, code, detail }] });
}

function refuseParameters(request: Request): void {
  const names = Object.keys(request.query);
  if (names.length === 0) return;
  throw invalid(
    names.map((name) => ({
      pointer: `/${pointerToken(name)}`,
      code: 'UNKNOWN_PARAMETER',
      detail: 'is not a parameter of this route',
    })),
  );
}

function refuseUnparsed(request: Request): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  // Multipart bodies are streamed by the interceptor of their route, after the guards.
  if (!hasBody || request.body !== undefined || request.is('multipart/*') !== false) return;
  throw new DomainError(
    'unsupported',
    'UNSUPPORTED_MEDIA_TYPE',
    'The body is not in a form that this route takes. JSON needs Content-Type: application/json.',
  );
}
