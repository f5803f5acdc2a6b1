import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { Page } from './page.js';

/** Puts the neighbours of a page into `Link` (RFC 8288), and says so when the total was given on request. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<Page<unknown>>): Observable<Page<unknown>> {
    return next.handle().pipe(
      map((page) => {
        const http = context.switchToHttp();
        setPageHeaders(http.getRequest<Request>(), http.getResponse<Response>(), page);
        return page;
      }),
    );
  }
}

export function setPageHeaders(request: Request, response: Response, page: Page<unknown>): void {
  const links: string[] = [];
  if (page.next !== null) links.push(linkTo(request.originalUrl, page.next, 'next'));
  if (page.prev !== null) links.push(linkTo(request.originalUrl, page.prev, 'prev'));
  if (links.length > 0) response.setHeader('Link', links.join(', '));
  if (page.total !== undefined) response.setHeader('Preference-Applied', 'return=total-count');
  response.vary('Prefer');
}

/** The same URL with another cursor; relative, so that no proxy's host name has to be guessed. */
function linkTo(url: string, cursor: string, rel: 'next' | 'prev'): string {
  const [path, query = ''] = split(url);
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('cursor='));
  return `<${path}?${[...kept, `cursor=${cursor}`].join('&')}>; rel="${rel}"`;
}

function split(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at === -1 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

/** For list handlers that return a `Page` of `item`: the OpenAPI schema, `Link` and `Preference-Applied`. */
export function PagedResponse(item: Type): MethodDecorator {
  const cursor = { type: ['string', 'null'] as unknown as 'string' };
  return applyDecorators(
    UseInterceptors(PageInterceptor),
    ApiExtraModels(item),
    ApiHeader({ name: 'Prefer', required: false, description: '`return=total-count` adds `total`' }),
    ApiOkResponse({
      description: 'One page',
      headers: {
        Link: { description: 'The next and the previous page', schema: { type: 'string' } },
        'Preference-Applied': { description: 'When the total was asked for', schema: { type: 'string' } },
      },
      schema: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'next', 'prev'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next: { ...cursor, description: 'Cursor of the next page; null at the end' },
          prev: { ...cursor, description: 'Cursor of the page before; null at the start' },
          total: { type: 'integer', minimum: 0, description: 'Only on request' },
        },
      },
    }),
  );
}
