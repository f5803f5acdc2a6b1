import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { etagOf, PAGE_POLICY, withRevision } from '#src/foundation/common/index.js';
import type { MinutesFormat } from '../minutes-words.js';
import { MinutesTextDto } from '../minutes.dto.js';

const TYPES: Readonly<Record<MinutesFormat, { type: string; ending: string }>> = {
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
};

export interface RenderedMinutes {
  readonly text: string;
  readonly format: MinutesFormat;
  readonly revision: string;
  /** Without its ending. */
  readonly filename: string;
}

/** Sends the text, or says 304 when the caller has it. */
export function answerMinutes(
  minutes: RenderedMinutes,
  request: Request,
  response: Response,
): StreamableFile {
  const { text, format, filename } = minutes;
  // The hearing's title stands in it, which can change without the minutes.
  const digest = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  const tag = `${minutes.revision}.${digest}`;
  response.setHeader('ETag', etagOf(tag));
  if (request.fresh) response.status(304);
  if (format === 'html') response.setHeader('Content-Security-Policy', PAGE_POLICY);
  const { type, ending } = TYPES[format];
  const file = new StreamableFile(Buffer.from(request.fresh ? '' : text), {
    type,
    disposition: `inline; filename="${filename}.${ending}"`,
  });
  return withRevision(file, tag);
}

/** Documents what `getMinutes` answers: the record with its text, or the text for reading. Stands above `@ApiReads`. */
export function ApiGivesMinutes(): MethodDecorator {
  const text = { schema: { type: 'string' } } as const;
  return applyDecorators(
    ApiExtraModels(MinutesTextDto),
    ApiOkResponse({
      description: 'The record with its text; with `format`, the text for reading',
      headers: { ETag: { description: 'Differs by format', schema: { type: 'string' } } },
      content: {
        'application/json': { schema: { $ref: getSchemaPath(MinutesTextDto) } },
        'text/markdown': text,
        'text/html': text,
        'text/plain': text,
      },
    }),
  );
}
