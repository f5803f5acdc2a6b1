import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';

/** Ten weeks: no recording is longer, and a mistyped unit is. */
export const LONGEST = 6_000_000;

/** Seconds on a recording's clock, in double precision. */
export function Seconds(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'number', format: 'double', minimum: 0, maximum: LONGEST }),
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(0),
    Max(LONGEST),
  );
}

/** Plain decimals: what a client would write as a time, and nothing a shell could mistake. */
const DECIMAL = /^\d{1,7}(\.\d{1,20})?$/;

/** The seconds that a path or a query names; undefined for anything else. */
export function parseSeconds(text: unknown): number | undefined {
  return typeof text === 'string' && DECIMAL.test(text) ? Number(text) : undefined;
}

/** Seconds in a query. */
export function SecondsParam(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'number', format: 'double', minimum: 0 }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => parseSeconds(value) ?? value),
    IsNumber({}, { message: 'must be seconds, such as 61.5' }),
  );
}
