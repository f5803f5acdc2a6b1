import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  Injectable,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { ApiProblems } from '../errors/problem.dto.js';
import { Tagged } from '../etag/tagged.js';

const ETAG = {
  ETag: { description: 'The revision that `If-Match` names', schema: { type: 'string' } },
} as const;

/** `Location` of what was created: the collection's path and the id. */
@Injectable()
export class CreatedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ id: string }>): Observable<unknown> {
    return next.handle().pipe(
      map((made) => {
        const http = context.switchToHttp();
        const [path = ''] = http.getRequest<Request>().originalUrl.split('?');
        http.getResponse<Response>().setHeader('Location', `${path.replace(/\/$/, '')}/${made.id}`);
        return made;
      }),
    );
  }
}

/** An operation that answers one record: `ETag`, 304 on `If-None-Match`. */
export function ApiReads(dto: Type): MethodDecorator {
  return applyDecorators(
    Tagged(),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag you have; 304 if it still holds',
    }),
    ApiOkResponse({ type: dto, headers: ETAG }),
    ApiResponse({ status: 304, description: 'Not modified' }),
    ApiProblems(400, 404, 429),
  );
}

/** An operation that creates one record: 201 with `Location` and `ETag`, and safe to send twice with a key. */
export function ApiCreates(dto: Type): MethodDecorator {
  return applyDecorators(
    HttpCode(201),
    Tagged(),
    UseInterceptors(CreatedInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        '1 to 255 visible ASCII characters; a repeat within 24 hours answers with what was made the first time',
    }),
    ApiCreatedResponse({
      type: dto,
      headers: { ...ETAG, Location: { description: 'Where it is', schema: { type: 'string' } } },
    }),
    ApiProblems(400, 404, 409, 413, 422, 429),
  );
}

/** An operation that changes one record, named by its `If-Match`. */
export function ApiUpdates(dto: Type): MethodDecorator {
  return applyDecorators(
    Tagged(),
    ifMatchHeader(),
    ApiOkResponse({ type: dto, headers: ETAG }),
    ApiProblems(400, 404, 409, 412, 413, 422, 428, 429),
  );
}

/** An operation that removes one record, named by its `If-Match`. */
export function ApiDeletes(): MethodDecorator {
  return applyDecorators(
    HttpCode(204),
    ifMatchHeader(),
    ApiNoContentResponse(),
    ApiProblems(400, 404, 409, 412, 422, 428, 429),
  );
}

function ifMatchHeader(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag of the record you are changing, or *',
  });
}
