import { escapeHtml } from '#src/foundation/common/index.js';

/** The marks of `search.mark`: private characters that are taken out of every text before it is marked. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const LENGTH = 200;

export const isMarked = (text: string | null): text is string => text?.includes(OPEN) ?? false;

/** About 200 characters around the first mark, cut between words, as HTML: text escaped, matches in `<mark>`. */
export function highlight(marked: string): string {
  return toHtml(cut(marked.replaceAll(/\s+/g, ' ').trim()));
}

function cut(text: string): string {
  const plain = text.replaceAll(/[\ue000\ue001]/g, '');
  if (plain.length <= LENGTH + LENGTH / 5) return text;
  const first = Math.max(text.indexOf(OPEN), 0);
  const from = first <= LENGTH / 3 ? 0 : wordStart(text, first - LENGTH / 4);
  const to = wordEnd(text, Math.max(from + LENGTH, text.indexOf(CLOSE, from) + 1));
  return `${from > 0 ? '… ' : ''}${closed(text.slice(from, to))}${to < text.length ? ' …' : ''}`;
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', Math.floor(at));
  return space === -1 || space - at > LENGTH / 4 ? Math.floor(at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space > at - LENGTH / 4 ? space : at;
}

/** A cut inside a match, or inside a character of two halves, leaves neither open. */
function closed(part: string): string {
  const whole = part.replace(/[\ud800-\udbff]$/, '').replace(/^[\udc00-\udfff]/, '');
  const isOpen = whole.lastIndexOf(OPEN) > whole.lastIndexOf(CLOSE);
  return isOpen ? whole + CLOSE : whole;
}

function toHtml(text: string): string {
  return escapeHtml(text).replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>');
}
