import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '#src/foundation/common/index.js';

/** An offset, because a time without one means something else on every machine. */
const WITH_OFFSET = /^[1-9]\d{3}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const CITATION = /^[A-Z][A-Za-z. ]{1,40} \d{1,6}(\.\d{1,4})*(\([a-zA-Z0-9]{1,4}\))*$/;

/** A place among the hearing's parts of one kind, from 1; without it a new part stands after the last. */
export const Order = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 }),
    IfGiven(),
    IsInt(),
    Min(1),
    Max(9999),
  );

/** An instant: ISO 8601 with seconds optional and an offset or `Z`. */
export const Instant = (): PropertyDecorator =>
  applyDecorators(
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(WITH_OFFSET, { message: 'must be an instant with its offset, like 2016-03-24T09:00:00-07:00' }),
  );

/** A time zone by its IANA name; an offset is none, since it knows no summer. */
export const IanaTimeZone = (): PropertyDecorator =>
  applyDecorators(
    IsTimeZone(),
    Matches(/^[A-Za-z][\w+/-]{0,63}$/, { message: 'must be a time zone by its IANA name' }),
  );

/** A section of law by its short name: `Gov. Code 11126(e)(1)`. */
export const Citation = (): PropertyDecorator =>
  Matches(CITATION, { message: 'must cite a section of law, like Gov. Code 11126(e)(1)' });
