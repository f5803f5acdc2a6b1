import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { StorableText } from '#src/foundation/common/index.js';

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
