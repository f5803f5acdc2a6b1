import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNumber, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';

/** May be left out, but not be null. */
export function Omissible(): PropertyDecorator {
  return ValidateIf((_object: unknown, value: unknown) => value !== undefined);
}

const LANGUAGE_TAG = /^(?=.{2,35}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/;

export const isLanguageTag = (text: string | null): text is string =>
  text !== null && LANGUAGE_TAG.test(text);

/** A BCP 47 tag. */
export function LanguageTag(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ maxLength: 35, example: 'en' }),
    Matches(LANGUAGE_TAG, { message: 'must be a language tag such as en or es-419' }),
  );
}

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
