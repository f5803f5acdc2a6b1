import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';

/** An operation that answers a text of that media type, with its `ETag`, or 304. */
export function ApiPublishes(type: string, ...problems: Parameters<typeof ApiProblems>): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag you have; 304 if it still holds',
    }),
    ApiOkResponse({
      description: 'As anybody may read it, whoever asks',
      headers: { ETag: { description: 'Differs whenever the text does', schema: { type: 'string' } } },
      content: { [type]: { schema: { type: 'string' } } },
    }),
    ApiResponse({ status: 304, description: 'Not modified' }),
    ApiProblems(...problems),
  );
}
