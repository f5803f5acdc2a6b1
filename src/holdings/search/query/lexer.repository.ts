import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { INDEX_LANGUAGES } from '../search-index.js';
import { type CompiledQuery, compileQuery, type LexedTerms } from './compile-query.js';
import type { QueryTerm } from './parse-query.js';

const KEPT = 500;

/**
 * Asks PostgreSQL, whose dictionaries made the index, what the words of a search are in each language. The answer
 * depends on nothing but the words, so the latest are kept.
 */
@Injectable()
export class LexerRepository {
  private readonly known = new Map<string, CompiledQuery>();

  constructor(private readonly gate: Gate) {}

  async compile(terms: readonly QueryTerm[]): Promise<CompiledQuery> {
    const key = JSON.stringify(terms);
    const compiled = this.known.get(key) ?? compileQuery(terms, await this.lex(terms));
    this.known.delete(key);
    this.known.set(key, compiled);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return compiled;
  }

  private async lex(terms: readonly QueryTerm[]): Promise<LexedTerms> {
    // A star after a word that a language drops ("the*") still asks for all that begins so.
    const lexed = (language: string) =>
      `array(select coalesce(nullif(phraseto_tsquery('search.${language}', t.words)::text, ''),
                       case when t.prefix then phraseto_tsquery('search.other', t.words)::text else '' end)
               from unnest($1::text[], $2::boolean[]) with ordinality as t (words, prefix, n) order by t.n) as ${language}`;
    const [row] = await this.gate.rows<Record<keyof LexedTerms, string[]>>({
      name: 'search.lex',
      text: `select ${INDEX_LANGUAGES.map(lexed).join(', ')}`,
      values: [terms.map((term) => term.text), terms.map((term) => term.prefix)],
    });
    return row ?? { en: [], es: [], other: [] };
  }
}
