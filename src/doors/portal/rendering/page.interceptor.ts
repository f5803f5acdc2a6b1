import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { addressOf, splitAddress } from './locale.js';
import { Onward, type Page } from './page.js';
import { PageRenderer } from './page-renderer.js';

/** What a handler of pages returns, as an answer. */
@Injectable()
export class PageInterceptor implements NestInterceptor<Page | Onward, string> {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler<Page | Onward>): Observable<string> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((result) => {
        if (result instanceof Onward) return goOn(result, request, response);
        response.status(result.status ?? result.refusal?.status ?? 200);
        return this.renderer.render(result, request, response);
      }),
    );
  }
}

/** 303: whatever the method was, the next request is a GET. */
function goOn({ path }: Onward, request: Request, response: Response): string {
  response.status(303);
  response.setHeader('Location', addressOf(splitAddress(request.originalUrl).locale, path));
  response.setHeader('Cache-Control', 'no-store');
  return '';
}
