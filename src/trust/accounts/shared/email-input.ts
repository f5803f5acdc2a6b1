import { applyDecorators } from '@nestjs/common';
import { isEmail, ValidateBy } from 'class-validator';
import { StorableText } from '#src/foundation/common/index.js';

/** The longest that SMTP carries (RFC 5321, 4.5.3.1.3, without the brackets). */
export const MAX_EMAIL = 254;

const ASCII = /^[\x20-\x7e]*$/;

/** Of an input: an address as RFC 5321 writes one, in ASCII, so that no letter of another script looks like it. */
export const EmailAddress = (): PropertyDecorator =>
  applyDecorators(
    StorableText({ max: MAX_EMAIL }),
    ValidateBy({
      name: 'addressNotAscii',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || ASCII.test(value),
        defaultMessage: () =>
          'must be written in ASCII: a letter of another script may look like one of these',
      },
    }),
    ValidateBy({
      name: 'isEmail',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && (!ASCII.test(value) || isAddress(value)),
        defaultMessage: () => 'must be an e-mail address',
      },
    }),
  );

export const isAddress = (text: string): boolean =>
  ASCII.test(text) && isEmail(text, { allow_utf8_local_part: false, blacklisted_chars: '"' });
