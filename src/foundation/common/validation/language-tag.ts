import { ValidateBy } from 'class-validator';

/** Longer tags are well-formed as well, but name nothing that is spoken. */
const LONGEST = 35;

/** Whether this is a well-formed BCP 47 tag of at most 35 characters. */
export function isLanguageTag(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A well-formed BCP 47 tag. */
export function LanguageTag(): PropertyDecorator {
  return ValidateBy({
    name: 'matches',
    validator: {
      validate: isLanguageTag,
      defaultMessage: () => 'must be a language tag, like en or es-MX',
    },
  });
}
