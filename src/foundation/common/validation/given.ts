import { ValidateIf } from 'class-validator';

/** May be left out, but not be null: the field always has a value. */
export function IfGiven(): PropertyDecorator {
  return ValidateIf((_object: unknown, value: unknown) => value !== undefined);
}

/** What an input says: a DTO carries what was left out as undefined, which would cover what stands there. */
export function given<T extends object>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;
}
