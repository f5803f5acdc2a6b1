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
import { createHash } from 'node:crypto';
import { map, type Observable } from 'rxjs';
import { etagOf, revisionOf } from './revision.js';

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
        const tag = value instanceof StreamableFile ? revision : `${revision}.${digestOf(value)}`;
        context.switchToHttp().getResponse<Response>().setHeader('ETag', etagOf(tag));
        return value;
      }),
    );
  }
}

/**
 * What is shown can change without its record: a witness it names is hidden, a zone renamed. Then the tag must change
 * too, or a cache goes on showing what was hidden.
 */
function digestOf(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}

/** For handlers that answer one record: `@Tagged() @Get(':id')`. */
export function Tagged(): MethodDecorator {
  return applyDecorators(UseInterceptors(TaggedInterceptor));
}
