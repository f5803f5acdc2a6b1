import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Request } from 'express';
import { invalid } from '#src/foundation/common/index.js';
import { parseSeconds } from './fields.js';

interface Reading {
  name: string;
  detail: string;
  read: (text: unknown) => number | undefined;
}

/** Not Nest's `Param`: the global pipe would have made a number of `1e3` and of `0x10` before. */
const NumericParam = createParamDecorator(({ name, detail, read }: Reading, context: ExecutionContext) => {
  const value = read(context.switchToHttp().getRequest<Request>().params[name]);
  if (value === undefined) throw invalid([{ pointer: `/${name}`, code: 'FORMAT', detail }]);
  return value;
});

/** A whole number in the path, from 0: `@NumberParam('number') number: number`. */
export function NumberParam(name: string): ParameterDecorator {
  const read = (text: unknown) =>
    typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return numeric({ name, detail: 'must be a whole number', read }, 'integer');
}

/** Seconds in the path: `@SecondsPathParam('seconds') seconds: number`. */
export function SecondsPathParam(name: string): ParameterDecorator {
  return numeric({ name, detail: 'must be seconds, such as 61.5', read: parseSeconds }, 'number');
}

function numeric(reading: Reading, type: 'integer' | 'number'): ParameterDecorator {
  const parameter = NumericParam(reading);
  return (target, key, index) => {
    parameter(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name: reading.name, schema: { type, minimum: 0 } })(target, key!, descriptor);
  };
}
