import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems } from '#src/foundation/common/index.js';
import { CreateTranscriptDto, TranscriptDto } from '../transcripts/transcript.dto.js';
import { TEXT_FORMATS } from './transcript-upload.js';
import { WholeTranscriptDto } from './whole-transcript.dto.js';

const text = { schema: { type: 'string' } } as const;
const asText = Object.fromEntries(Object.keys(TEXT_FORMATS).map((type) => [type, text]));

/** Documents the forms of `@TranscriptUpload()`. */
export function ApiTakesTranscript(): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(CreateTranscriptDto),
    ApiConsumes('application/json', ...Object.keys(TEXT_FORMATS)),
    ApiBody({
      description: 'The whole transcript, at most 32 MiB',
      schema: { oneOf: [{ $ref: getSchemaPath(CreateTranscriptDto) }, { type: 'string' }] },
    }),
    ApiProblems(415),
  );
}

/** Documents what `getTranscript` answers: the record, or all that was said. Stands above `@ApiReads`. */
export function ApiGivesTranscript(): MethodDecorator {
  const forms = [TranscriptDto, WholeTranscriptDto];
  return applyDecorators(
    ApiExtraModels(...forms),
    ApiOkResponse({
      description: 'The record; with `format`, or when `Accept` prefers a text, all that was said',
      headers: { ETag: { description: 'Differs by format', schema: { type: 'string' } } },
      content: {
        'application/json': { schema: { oneOf: forms.map((form) => ({ $ref: getSchemaPath(form) })) } },
        ...asText,
      },
    }),
  );
}
