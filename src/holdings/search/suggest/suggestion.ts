import { Injectable } from '@nestjs/common';
import type { QueryTerm } from '../query/parse-query.js';
import { editDistance } from './edit-distance.js';
import { type Likeness, WordRepository } from './word.repository.js';

const WORD = /[\p{L}\p{M}]+/gu;
/** How many of the best candidates for a word are asked about. */
const ASKED = 3;

/**
 * Another spelling, out of words that stand in texts which this caller may see. Whether all of it together finds
 * anything is for the caller of this to ask before it is shown.
 */
@Injectable()
export class Suggestion {
  constructor(private readonly words: WordRepository) {}

  async of(text: string, terms: readonly QueryTerm[]): Promise<string | null> {
    const wanted = terms.filter((term) => !term.excluded && !term.prefix);
    const typed = [...new Set(wanted.flatMap((term) => term.text.match(WORD) ?? []))];
    if (typed.length === 0) return null;
    const candidates = bestOf(await this.words.nearest(typed));
    if (candidates.length === 0) return null;
    const said = await this.words.said([...new Set(candidates.map(({ word }) => word))]);
    const better = new Map<string, string>();
    for (const { typed, word } of candidates) {
      if (said.has(word) && !better.has(typed)) better.set(typed, word);
    }
    if (better.size === 0) return null;
    return text.normalize('NFC').replaceAll(WORD, (word) => better.get(word) ?? word);
  }
}

/** One slip in a word of up to five letters, two in a longer one; the fewest first, for each typed word. */
function bestOf(likenesses: readonly Likeness[]): Likeness[] {
  const slips = likenesses
    .map((likeness) => ({ ...likeness, slips: editDistance(likeness.folded, likeness.word) }))
    .filter(({ slips, folded }) => slips <= (folded.length <= 5 ? 1 : 2))
    .toSorted((a, b) => a.slips - b.slips);
  const asked = new Map<string, number>();
  return slips.filter(({ typed }) => {
    const count = (asked.get(typed) ?? 0) + 1;
    asked.set(typed, count);
    return count <= ASKED;
  });
}
