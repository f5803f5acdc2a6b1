import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { Parameters } from '../match/parameters.js';
import { reachOf } from '../match/reach.js';
import { INDEX_LANGUAGES } from '../search-index.js';

/** A word that was typed and is in no text, with a word that is in one. */
export interface Likeness {
  typed: string;
  /** As the index folds it: lower case, no accents. */
  folded: string;
  word: string;
}

/** How many of the most alike words are looked at: the likest by its letters in threes is not the likest by slips. */
const NEAREST = 20;
/** Of pg_trgm's similarity, 0 to 1. */
const LEAST = 0.2;

@Injectable()
export class WordRepository {
  constructor(private readonly gate: Gate) {}

  /** The most alike words of the caller's own tables, for each typed word that does not itself stand in them. */
  nearest(typed: readonly string[]): Promise<Likeness[]> {
    const { name, words } = reachOf(this.gate.actor());
    return this.gate.rows<Likeness>({
      name: `search.nearest ${name}`,
      text: `select t.typed, f.folded, n.word
               from unnest($1::text[]) as t (typed)
              cross join lateral (select v as folded from search.vocabulary(t.typed) v limit 1) f
              cross join lateral (
                select w.word from ${words} w order by w.word operator(search.<->) f.folded limit ${NEAREST}) n
              where not exists (select from ${words} w where w.word = f.folded)
                and search.similarity(n.word, f.folded) >= ${LEAST}`,
      values: [typed],
    });
  }

  /**
   * Those of the words that an entry which the caller may see says in these very letters. A word stays among the
   * known ones for a while after the last text that said it was hidden, and its stem may be said by others: without
   * this question, spelling help would give it away.
   */
  async said(words: readonly string[]): Promise<Set<string>> {
    const reach = reachOf(this.gate.actor());
    const parameters = new Parameters();
    const given = parameters.add(words, 'text[]');
    const visible = reach.visible('e', parameters.count + 1);
    parameters.take(visible.values);
    const stems = INDEX_LANGUAGES.map(
      (language) =>
        `(e.language = '${language}' and e.words @@ plainto_tsquery('search.${language}', g.word))`,
    );
    const rows = await this.gate.rows<{ word: string }>({
      name: `search.said ${reach.name}`,
      text: `select g.word from unnest(${given}) as g (word)
              where exists (
                select from ${reach.entries} e
                 where (${stems.join(' or ')}) and ${visible.sql}
                   and g.word in (select search.vocabulary(e.title || ' ' || e.body)))`,
      values: parameters.values,
    });
    return new Set(rows.map(({ word }) => word));
  }
}
