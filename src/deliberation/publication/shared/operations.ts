import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';

export interface Published {
  /** The media type of the text. */
  readonly type: string;
  /** Of what the text says, where it is JSON. */
  readonly dto?: Type;
  readonly problems: Parameters<typeof ApiProblems>;
}

/** An operation that answers a text with its `ETag`, or 304. */
export function ApiPublishes({ type, dto, problems }: Published): MethodDecorator {
  const schema = dto ? { $ref: getSchemaPath(dto) } : { type: 'string' };
  return applyDecorators(
    ...(dto ? [ApiExtraModels(dto)] : []),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag you have; 304 if it still holds',
    }),
    ApiOkResponse({
      description: 'As anybody may read it, whoever asks',
      headers: { ETag: { description: 'Differs whenever the text does', schema: { type: 'string' } } },
      content: { [type]: { schema } },
    }),
    ApiResponse({ status: 304, description: 'Not modified' }),
    ApiProblems(...problems),
  );
}
