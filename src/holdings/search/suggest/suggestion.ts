import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { reachOf } from '../match/reach.js';
import type { QueryTerm } from '../query/parse-query.js';

const WORD = /[\p{L}\p{M}]+/gu;
/** How alike two words must be (pg_trgm's similarity, 0 to 1). */
const LIKENESS = 0.3;

/**
 * Another spelling, out of the words that stand in the tables this caller may open. Whether it finds anything is
 * for the caller of this to ask before it is shown.
 */
@Injectable()
export class Suggestion {
  constructor(private readonly gate: Gate) {}

  async of(text: string, terms: readonly QueryTerm[]): Promise<string | null> {
    const wanted = terms.filter((term) => !term.excluded && !term.prefix);
    const typed = [...new Set(wanted.flatMap((term) => term.text.match(WORD) ?? []))];
    const nearest = typed.length === 0 ? new Map<string, string>() : await this.nearest(typed);
    if (nearest.size === 0) return null;
    return text.replaceAll(WORD, (word) => nearest.get(word) ?? word);
  }

  /** For each word that no text says, the most alike that one does. */
  private async nearest(typed: readonly string[]): Promise<Map<string, string>> {
    const { words } = reachOf(this.gate.actor());
    const rows = await this.gate.rows<{ typed: string; word: string }>({
      name: `search.suggest ${words.length}`,
      text: `select t.typed, n.word
               from unnest($1::text[]) as t (typed)
              cross join lateral (select v as word from search.vocabulary(t.typed) v limit 1) f
              cross join lateral (
                select w.word from ${words} w order by w.word operator(search.<->) f.word limit 1) n
              where not exists (select from ${words} w where w.word = f.word)
                and search.similarity(n.word, f.word) >= $2`,
      values: [typed, LIKENESS],
    });
    return new Map(rows.map((row) => [row.typed, row.word]));
  }
}
