import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { invalid } from '../errors/domain-error.js';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/** The header's value, undefined when absent; 400 unless it is 1 to 255 visible ASCII characters. */
export function parseIdempotencyKey(value: string | undefined): string | undefined {
  if (value === undefined || VISIBLE_ASCII.test(value)) return value;
  const detail = 'must be 1 to 255 visible ASCII characters';
  throw invalid([{ pointer: '/Idempotency-Key', code: 'FORMAT', detail }]);
}

/** `@IdempotencyKey() key: string | undefined`. Document it with `@ApiHeader({ name: 'Idempotency-Key', required: false })`. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  parseIdempotencyKey(context.switchToHttp().getRequest<Request>().get('Idempotency-Key')),
);
