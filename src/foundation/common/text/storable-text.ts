import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength, ValidateBy, type ValidationOptions } from 'class-validator';

// With the flag `u` a whole pair is one character, so only halves are Surrogates.
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** True when PostgreSQL can store the text and UTF-8 can carry it: no U+0000, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !UNSTORABLE.test(text);
}

export interface StorableTextOptions {
  /** In UTF-16 code units, as `maxLength` of JSON Schema is nearly everywhere understood. */
  max: number;
  /** Default 1: an empty text is not a text. */
  min?: number;
}

/** A text of bounded length, kept exactly as given (nothing is trimmed). */
export function StorableText(
  { max, min = 1 }: StorableTextOptions,
  options?: ValidationOptions,
): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    MinLength(min, options),
    MaxLength(max, options),
    ValidateBy(
      {
        name: 'storableText',
        validator: {
          validate: (value: unknown) => typeof value !== 'string' || isStorableText(value),
          defaultMessage: () => 'must not hold U+0000 or half a surrogate pair',
        },
      },
      options,
    ),
  );
}
