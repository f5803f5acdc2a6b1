import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { invalid } from '#src/foundation/common/index.js';
import { parseSeconds } from './fields.js';

/** A whole number in the path, from 0: `@NumberParam('number') number: number`. */
export function NumberParam(name: string): ParameterDecorator {
  const read = (text: unknown) =>
    typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return numeric(name, 'must be a whole number', { type: 'integer', minimum: 0 }, read);
}

/** Seconds in the path: `@SecondsPathParam('seconds') seconds: number`. */
export function SecondsPathParam(name: string): ParameterDecorator {
  return numeric(name, 'must be seconds, such as 61.5', { type: 'number', minimum: 0 }, parseSeconds);
}

function numeric(
  name: string,
  detail: string,
  schema: { type: string; minimum: number },
  read: (text: unknown) => number | undefined,
): ParameterDecorator {
  const pipe: PipeTransform<unknown, number> = {
    transform(text) {
      const value = read(text);
      if (value === undefined) throw invalid([{ pointer: `/${name}`, code: 'FORMAT', detail }]);
      return value;
    },
  };
  const parameter = Param(name, pipe);
  return (target, key, index) => {
    parameter(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name, schema })(target, key!, descriptor);
  };
}
