import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  Injectable,
  mixin,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { ApiProblems, Tagged } from '#src/foundation/common/index.js';

export const API = '/api/v1';

/**
 * For what is made under another path than the one it will be found at: `path` of it and of the request's path.
 * Stands below `@ApiCreates`, and so has the last word.
 */
export function FoundAt(path: (made: { id: string }, requested: string) => string): MethodDecorator {
  @Injectable()
  class LocationInterceptor implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler<{ id: string }>): Observable<unknown> {
      return next.handle().pipe(
        map((made) => {
          const http = context.switchToHttp();
          const location = path(made, http.getRequest<Request>().path);
          http.getResponse<Response>().setHeader('Location', location);
          return made;
        }),
      );
    }
  }
  return UseInterceptors(mixin(LocationInterceptor));
}

/** An operation that changes a record's status: 201 with the record as it now is. */
export function ApiChangesStatus(dto: Type): MethodDecorator {
  return applyDecorators(
    HttpCode(201),
    Tagged(),
    ApiCreatedResponse({
      type: dto,
      headers: { ETag: { description: 'The revision that `If-Match` names', schema: { type: 'string' } } },
    }),
    ApiProblems(400, 404, 409, 413, 422, 429),
  );
}
