import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { etagOf, revisionOf } from './revision.js';
import { showsRevision } from './send-tagged.js';

/**
 * Gives the answer its strong `ETag` from `withRevision`; Express then answers 304 to a matching
 * `If-None-Match`. Without a revision it is a fault of ours: a client could never change such a record.
 */
@Injectable()
export class TaggedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((value: unknown) => {
        const revision = revisionOf(value);
        if (revision === undefined)
          throw new Error('a @Tagged() handler must return a DTO made withRevision()');
        const response = context.switchToHttp().getResponse<Response>();
        if (value instanceof StreamableFile) response.setHeader('ETag', etagOf(revision));
        else showsRevision(response, revision);
        return value;
      }),
    );
  }
}

/** For handlers that answer one record: `@Tagged() @Get(':id')`. */
export function Tagged(): MethodDecorator {
  return applyDecorators(UseInterceptors(TaggedInterceptor));
}
