import type { MinutesFormat, MinutesStatus } from '../minutes-words.js';
import { escapeHtml } from '#src/foundation/common/index.js';
import { htmlOf } from './html.js';
import { plainOf } from './plain.js';

/** What a rendering says of the minutes before it says what is in them. */
export interface Standing {
  readonly book: 'open' | 'closed';
  readonly status: MinutesStatus;
  readonly edition: number | null;
  readonly approvedAt: Date | null;
  readonly language: string;
  readonly hearingTitle: string;
  /** The hearing's: a date of approval is told by its clock. */
  readonly timeZone: string;
}

/** The line above the text, in every form: nobody takes a draft for what was approved. */
export function bannerOf({ book, status, edition, approvedAt, timeZone }: Standing): string {
  const confidential = book === 'closed' ? ' Confidential: the minute book of a closed session.' : '';
  if (status === 'draft' || approvedAt === null) {
    return `DRAFT: not approved by the commission.${confidential}`;
  }
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone }).format(approvedAt);
  if (status === 'superseded') {
    return `SUPERSEDED: edition ${edition}, approved on ${day}, and corrected since.${confidential}`;
  }
  return `APPROVED: edition ${edition}, approved on ${day}.${confidential}`;
}

export function rendered(body: string, format: MinutesFormat, standing: Standing): string {
  const banner = bannerOf(standing);
  switch (format) {
    case 'markdown':
      return `**${banner}**\n\n${body}`;
    case 'text':
      return `${banner}\n\n${plainOf(body)}\n`;
    case 'html':
      return page(banner, body, standing);
  }
}

function page(banner: string, body: string, { language, status, hearingTitle }: Standing): string {
  const title = `${status === 'draft' ? 'Draft minutes' : 'Minutes'}: ${hearingTitle}`;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    `<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    '<body>',
    `<p data-status="${status}"><strong>${escapeHtml(banner)}</strong></p>`,
    '<main>',
    htmlOf(body),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
