import { applyDecorators } from '@nestjs/common';
import { IsTimeZone, Matches } from 'class-validator';

/** A time zone by its IANA name; an offset is none, since it knows no summer. */
export const IanaTimeZone = (): PropertyDecorator =>
  applyDecorators(
    IsTimeZone(),
    Matches(/^[A-Za-z][\w+/-]{0,63}$/, { message: 'must be a time zone by its IANA name' }),
  );
