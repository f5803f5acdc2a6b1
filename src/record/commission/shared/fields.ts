import { applyDecorators } from '@nestjs/common';
import { IsTimeZone, Matches, ValidateBy } from 'class-validator';
import { StorableText } from '#src/foundation/common/index.js';

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, in the years 1000 to 9999. */
export function isLocalDate(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  // A day that no month has (31 February) is read as one of the next.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** A day of the calendar without a time, in the commission's time zone: `2015-10-29`. */
export function LocalDate(): PropertyDecorator {
  return ValidateBy({
    name: 'matches',
    validator: {
      validate: isLocalDate,
      defaultMessage: () => 'must be a day of the calendar, like 2015-10-29',
    },
  });
}

/** A time zone by its IANA name; an offset is none, since it knows no summer. */
export const IanaTimeZone = (): PropertyDecorator =>
  applyDecorators(
    IsTimeZone(),
    Matches(/^[A-Za-z][\w+/-]{0,63}$/, { message: 'must be a time zone by its IANA name' }),
  );

/** Whether a text is the address of a page: http or https, without a name or password in it. */
export function isWebAddress(text: unknown): text is string {
  if (typeof text !== 'string' || !/^https?:\/\/[^\s\\]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** The address of a page of at most 2,000 characters, kept as given. */
export const WebAddress = (): PropertyDecorator =>
  applyDecorators(
    StorableText({ max: 2_000 }),
    ValidateBy({
      name: 'matches',
      validator: {
        validate: isWebAddress,
        defaultMessage: () => 'must be an http or https address without a name or password in it',
      },
    }),
  );
