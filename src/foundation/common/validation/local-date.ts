import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, in the years 1000 to 9999. */
export function isLocalDate(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // A day that no month has (31 February) is read as one of the next.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** A day of the calendar without a time or a zone: `2015-10-29`. */
export function LocalDate(): PropertyDecorator {
  return ValidateBy({
    name: 'matches',
    validator: {
      validate: isLocalDate,
      defaultMessage: () => 'must be a day of the calendar, like 2015-10-29',
    },
  });
}

/** Of an input: a day that may be left out, and is taken away by null. */
export const NullableLocalDate = (example: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date', nullable: true, example }),
    IsOptional(),
    LocalDate(),
  );
