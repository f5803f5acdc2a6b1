import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { createValidationPipe, DomainError, type HttpConfig } from '#src/foundation/common/index.js';
import type { TranscriptFormat } from '../formats/index.js';
import { CreateTranscriptDto } from '../transcripts/transcript.dto.js';

/** A hearing of fifteen hours is 1 to 3 MiB: the words of whole transcripts may be larger than other bodies. */
export const TRANSCRIPT_BODIES: NonNullable<HttpConfig['largeBodies']> = [
  { path: /^\/api\/v1\/recordings\/[^/]+\/transcripts\/?$/, limit: 33_554_432 },
];

/** Content that comes and goes without JSON around it. */
export const TEXT_FORMATS: Readonly<Record<string, TranscriptFormat>> = {
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
  'text/plain': 'text',
};

const pipe = createValidationPipe();

/** The transcript in a request's body: JSON that holds it, or the content itself with its format as the type. */
export const TranscriptUpload = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  pipe.transform(uploadOf(context.switchToHttp().getRequest<Request>()), {
    type: 'body',
    metatype: CreateTranscriptDto,
  }),
);

function uploadOf(request: Request): unknown {
  const body = request.body as unknown;
  if (typeof body === 'string') {
    const [type = ''] = (request.headers['content-type'] ?? '').split(';');
    return { format: TEXT_FORMATS[type.trim().toLowerCase()], content: body };
  }
  if (body !== undefined) return body;
  throw new DomainError(
    'unsupported',
    'UNSUPPORTED_MEDIA_TYPE',
    `Send JSON, or the content itself as ${Object.keys(TEXT_FORMATS).join(', ')}.`,
  );
}
