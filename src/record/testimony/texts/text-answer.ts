import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { etagOf, withRevision } from '#src/foundation/common/index.js';
import type { TranscriptFormat } from '../formats/index.js';
import { TEXT_FORMATS } from './transcript-upload.js';
import type { TranscriptText } from './transcript-export.js';

const ACCEPTED: Readonly<Record<string, TranscriptFormat | null>> = {
  'application/json': null,
  ...TEXT_FORMATS,
};

/** The format that a request asks for by name or by `Accept`; null for the record itself. */
export function formatOf(named: TranscriptFormat | undefined, request: Request): TranscriptFormat | null {
  request.res?.vary('Accept');
  if (named !== undefined) return named;
  const type = request.accepts(Object.keys(ACCEPTED));
  return type === false ? null : (ACCEPTED[type] ?? null);
}

/** Streams a text, or says 304 when the caller has it. */
export function answerText(text: TranscriptText, request: Request, response: Response): StreamableFile {
  response.setHeader('ETag', etagOf(text.revision));
  let { stream } = text;
  if (request.fresh) {
    stream.destroy();
    stream = Readable.from([]);
    response.status(304);
  }
  const file = new StreamableFile(stream, {
    type: text.type,
    disposition: `inline; filename="${text.filename}"`,
  });
  // Nest would end the answer, and half a transcript would look like a whole one.
  file.setErrorHandler((_error, answer) => {
    (answer as unknown as Response).destroy();
  });
  return withRevision(file, text.revision);
}
