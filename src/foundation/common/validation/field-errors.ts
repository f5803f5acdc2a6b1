import type { ValidationError } from 'class-validator';
import type { FieldError } from '../errors/domain-error.js';
import { pointerToken } from '../text/find-unstorable.js';

/** class-validator's names for what is wrong -> the codes of the interface. */
const CODES: Readonly<Record<string, string>> = {
  isString: 'TYPE',
  isNumber: 'TYPE',
  isInt: 'TYPE',
  isBoolean: 'TYPE',
  isArray: 'TYPE',
  isObject: 'TYPE',
  nestedValidation: 'TYPE',
  unknownValue: 'TYPE',
  isNotEmpty: 'REQUIRED',
  isDefined: 'REQUIRED',
  minLength: 'TOO_SHORT',
  maxLength: 'TOO_LONG',
  isLength: 'LENGTH',
  arrayMinSize: 'TOO_FEW',
  arrayMaxSize: 'TOO_MANY',
  arrayUnique: 'DUPLICATE',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
  isPositive: 'TOO_SMALL',
  isIn: 'NOT_A_CHOICE',
  isEnum: 'NOT_A_CHOICE',
  isUuid: 'FORMAT',
  isIso8601: 'FORMAT',
  isDateString: 'FORMAT',
  isEmail: 'FORMAT',
  isUrl: 'FORMAT',
  isTimeZone: 'FORMAT',
  matches: 'FORMAT',
  storableText: 'TEXT_NOT_STORABLE',
  sortBy: 'UNKNOWN_SORT',
};

export type InputPart = 'body' | 'query';

/** Flattens class-validator's tree into JSON pointers, most basic complaint of a property first and alone. */
export function fieldErrors(errors: readonly ValidationError[], part: InputPart, parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${pointerToken(error.property)}`;
    const own = complaint(error, part, pointer);
    return [...(own ? [own] : []), ...fieldErrors(error.children ?? [], part, pointer)];
  });
}

function complaint(error: ValidationError, part: InputPart, pointer: string): FieldError | undefined {
  const constraints = error.constraints ?? {};
  const names = Object.keys(constraints);
  if (names.length === 0) return undefined;
  if (names.includes('whitelistValidation')) return unknownName(part, pointer);
  if (error.value === undefined || error.value === null)
    return { pointer, code: 'REQUIRED', detail: 'must be given' };
  const name = names.find((candidate) => CODES[candidate] === 'TYPE') ?? names[0]!;
  return {
    pointer,
    code: CODES[name] ?? upperSnake(name),
    detail: sentence(constraints[name]!, error.property),
  };
}

function unknownName(part: InputPart, pointer: string): FieldError {
  return part === 'query'
    ? { pointer, code: 'UNKNOWN_PARAMETER', detail: 'is not a parameter of this route' }
    : { pointer, code: 'UNKNOWN_PROPERTY', detail: 'is not a property of this body' };
}

/** `title must be a string` -> `must be a string`: the pointer names the property already. */
function sentence(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

function upperSnake(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}
