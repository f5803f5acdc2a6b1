import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PAGES_PATH } from '#src/foundation/common/index.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller whose handlers return a `Page`, each served in every language; no part of the interface. */
export function Pages(): ClassDecorator {
  return applyDecorators(
    Controller(`${PAGES_PATH}/:locale`),
    ApiExcludeController(),
    UseInterceptors(PageInterceptor),
  );
}
