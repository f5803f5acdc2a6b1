import type { Type } from '@nestjs/common';
import { createValidationPipe } from '#src/foundation/common/index.js';

const pipe = createValidationPipe();

/** The fields in the shape that the interface asks for. @throws DomainError 400 VALIDATION, naming every field */
export async function checked<T extends object>(shape: Type<T>, fields: object): Promise<T> {
  return (await pipe.transform(fields, { type: 'body', metatype: shape })) as T;
}
