import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { etagOf } from '#src/foundation/common/index.js';

export interface TaggedText {
  readonly tag: string;
  readonly text: string;
}

/** Differs where what is answered differs: by what was read, and by whatever else the text was made with. */
export function tagOf(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.join('\n')).digest('base64url');
}

/**
 * The text, or 304 to who has it. There is no `Last-Modified`: what is taken back leaves no later moment behind, and a
 * cache would go on showing it.
 */
export function answer({ tag, text }: TaggedText, type: string, response: Response): string {
  response.setHeader('ETag', etagOf(tag));
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  if (!response.req.fresh) return text;
  response.status(304);
  return '';
}
