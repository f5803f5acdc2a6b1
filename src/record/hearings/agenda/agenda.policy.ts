import type { Warning } from '../shared/warning.js';
import type { AgendaItem } from './agenda-item.entity.js';

/** "Generally need not exceed 20 words": Gov. Code 11125(b). */
const BRIEF = 20;

type Item = Pick<AgendaItem, 'title' | 'description' | 'closed' | 'consent'>;

/** What a clerk should look at before the item is noticed. */
export function warningsOfItem({ title, description, closed, consent }: Item): Warning[] {
  const warnings: Warning[] = [];
  const words = wordsIn(title) + wordsIn(description ?? '');
  if (words > BRIEF) {
    const detail = `An item is described in about ${BRIEF} words (Gov. Code 11125(b)); this has ${words}.`;
    warnings.push({ code: 'AGENDA_ITEM_LONG', pointer: description ? '/description' : '/title', detail });
  }
  if (closed && consent) {
    const detail = 'What is taken together with other items is taken in the open; this item is closed.';
    warnings.push({ code: 'CLOSED_CONSENT', pointer: '/consent', detail });
  }
  return warnings;
}

/** As people count: what stands between spaces and holds a letter or a figure. */
export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
