import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** True when `Prefer` asks for `return=total-count`, alone or among others (RFC 7240). */
export function prefersTotal(header: string | undefined): boolean {
  if (header === undefined) return false;
  return header.split(',').some((part) => /^\s*return\s*=\s*"?total-count"?\s*(;|$)/i.test(part));
}

/** `@WantsTotal() wantsTotal: boolean`: whether the client asked for the number of all items. */
export const WantsTotal = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  prefersTotal(context.switchToHttp().getRequest<Request>().get('Prefer')),
);
