import { ValidateBy } from 'class-validator';
import { isLanguageTag } from '#src/foundation/common/index.js';

/** Each of the list is a well-formed BCP 47 tag. */
export function LanguageTags(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'matches',
      validator: {
        validate: isLanguageTag,
        defaultMessage: () => 'must hold language tags, like en or es-MX',
      },
    },
    { each: true },
  );
}
