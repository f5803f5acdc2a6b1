import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError, invalid } from '../errors/domain-error.js';

const ENTITY_TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/**
 * The revisions that `If-Match` names. Weak tags are left out, since they never match (RFC 9110, 13.1.1).
 * 428 `IF_MATCH_REQUIRED` when the header is missing, 400 when it cannot be read.
 */
export function parseIfMatch(header: string | undefined): string[] | '*' {
  if (header === undefined || header.trim() === '') {
    throw new DomainError(
      'precondition_required',
      'IF_MATCH_REQUIRED',
      'Say in If-Match which ETag you are changing.',
    );
  }
  if (header.trim() === '*') return '*';
  return header.split(',').flatMap((part) => {
    const tag = ENTITY_TAG.exec(part.trim());
    if (!tag)
      throw invalid([{ pointer: '/If-Match', code: 'FORMAT', detail: 'must be * or a list of entity tags' }]);
    return tag[1] === undefined ? [tag[2]!] : [];
  });
}

/** `@IfMatch() ifMatch: string[] | '*'`, for every PATCH, PUT and DELETE. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  parseIfMatch(context.switchToHttp().getRequest<Request>().get('If-Match')),
);
