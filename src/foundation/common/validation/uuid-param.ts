import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { invalid } from '../errors/domain-error.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/**
 * A uuid in the path, in lower case: `@UuidParam('hearingId') id: string`. Anything else is 400 `VALIDATION`, the
 * same for everybody, since no id was looked up to say so.
 */
export function UuidParam(name: string): ParameterDecorator {
  const parameter = Param(name, uuidPipe(name));
  return (target, key, index) => {
    parameter(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key!, descriptor);
  };
}

function uuidPipe(name: string): PipeTransform<unknown, string> {
  return {
    transform(value) {
      if (isUuid(value)) return value.toLowerCase();
      throw invalid([{ pointer: `/${name}`, code: 'FORMAT', detail: 'must be a UUID' }]);
    },
  };
}
