import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsIn } from 'class-validator';
import { IfGiven } from '../validation/given.js';

/** `include=agenda,witnesses`, or repeated: the lists that come along with one record, each at most once. */
export function Include(parts: readonly string[], example: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, enum: parts, isArray: true, example }),
    IfGiven(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    IsIn(parts, { each: true, message: `must be made of ${parts.join(', ')}` }),
    ArrayUnique(),
  );
}
