import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { etagOf, PAGE_POLICY, withRevision } from '#src/foundation/common/index.js';
import type { NoticeFormat } from './notice-input.dto.js';
import { WholeHearingNoticeDto } from './notice.dto.js';

const TYPES = { json: 'application/json', html: 'text/html', text: 'text/plain' } as const;

/** The form that a request asks for by name or by `Accept`. */
export function formatOf(named: NoticeFormat | undefined, request: Request): NoticeFormat {
  request.res?.vary('Accept');
  if (named !== undefined) return named;
  const type = request.accepts(Object.values(TYPES));
  if (type === TYPES.html) return 'html';
  return type === TYPES.text ? 'text' : 'json';
}

export function answerNotice(
  notice: WholeHearingNoticeDto,
  format: NoticeFormat,
  request: Request,
  response: Response,
): WholeHearingNoticeDto | StreamableFile {
  if (format === 'json') return notice;
  const revision = `${notice.id}.${format}`;
  response.setHeader('ETag', etagOf(revision));
  let words = Buffer.from(notice[format]);
  if (request.fresh) {
    words = Buffer.alloc(0);
    response.status(304);
  }
  if (format === 'html') response.setHeader('Content-Security-Policy', PAGE_POLICY);
  response.setHeader('Content-Language', notice.language);
  const filename = `notice-${notice.number}.${format === 'html' ? 'html' : 'txt'}`;
  const file = new StreamableFile(words, {
    type: `${TYPES[format]}; charset=utf-8`,
    disposition: `inline; filename="${filename}"`,
  });
  return withRevision(file, revision);
}

/** Documents what `getHearingNotice` answers. Stands above `@ApiReads`. */
export function ApiGivesNotice(): MethodDecorator {
  const text = { schema: { type: 'string' } } as const;
  return applyDecorators(
    ApiExtraModels(WholeHearingNoticeDto),
    ApiOkResponse({
      description: 'The record; with `format`, or when `Accept` prefers a text, its words alone',
      headers: { ETag: { description: 'Differs by format', schema: { type: 'string' } } },
      content: {
        'application/json': { schema: { $ref: getSchemaPath(WholeHearingNoticeDto) } },
        [TYPES.html]: text,
        [TYPES.text]: text,
      },
    }),
  );
}
