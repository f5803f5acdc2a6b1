import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '#src/foundation/common/index.js';

/** A place among the motions of a hearing, from 1. */
export const OrderInput = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 }),
    IfGiven(),
    IsInt(),
    Min(1),
    Max(9999),
  );
