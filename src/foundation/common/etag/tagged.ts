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
import { hash } from 'node:crypto';
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
        const response = context.switchToHttp().getResponse<Response>();
        if (value instanceof StreamableFile) response.setHeader('ETag', etagOf(revision));
        else response.json = (body: unknown) => sendTagged(response, revision, body);
        return value;
      }),
    );
  }
}

/**
 * What is shown can change without its record: a witness it names is hidden, a zone renamed. Then the tag must change
 * too, or a cache goes on showing what was hidden. The bytes that are sent are the ones that were digested: written
 * here, in the place of Express, they are made once, after every interceptor has had its say.
 */
function sendTagged(response: Response, revision: string, body: unknown): Response {
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('ETag', etagOf(`${revision}.${hash('sha1', bytes, 'base64url').slice(0, 16)}`));
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', JSON_TYPE);
  return response.send(bytes);
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** For handlers that answer one record: `@Tagged() @Get(':id')`. */
export function Tagged(): MethodDecorator {
  return applyDecorators(UseInterceptors(TaggedInterceptor));
}
