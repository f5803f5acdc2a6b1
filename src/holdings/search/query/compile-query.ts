import { type IndexLanguage } from '../search-index.js';
import { type Step, stepsOf } from './lexemes.js';
import type { QueryTerm } from './parse-query.js';

/** A search in one language of the index. */
export interface LanguageQuery {
  /** The whole condition, exclusions too, as a tsquery; null: nothing in this language can match. */
  readonly matches: string | null;
  /** What is looked for, without the exclusions: what is ranked and marked. */
  readonly wanted: string | null;
  /** The wanted terms, word by word. */
  readonly terms: readonly (readonly Step[])[];
}

export interface CompiledQuery {
  readonly languages: Readonly<Record<IndexLanguage, LanguageQuery>>;
  readonly hasExclusions: boolean;
  /** Whether anything is looked for, and not only excluded. */
  readonly hasWanted: boolean;
}

/** What PostgreSQL made of each term (`phraseto_tsquery`, as text), for one language. */
export type LexedTerms = Readonly<Record<IndexLanguage, readonly string[]>>;

/** No text holds this lexeme. */
const EVERYTHING = "!'-'";

export function compileQuery(terms: readonly QueryTerm[], lexed: LexedTerms): CompiledQuery {
  const hasWanted = terms.some((term) => !term.excluded);
  const compile = (language: IndexLanguage) => compileFor(terms, lexed[language], hasWanted);
  return {
    languages: { en: compile('en'), es: compile('es'), other: compile('other') },
    hasExclusions: terms.some((term) => term.excluded),
    hasWanted,
  };
}

function compileFor(
  terms: readonly QueryTerm[],
  lexed: readonly string[],
  hasWanted: boolean,
): LanguageQuery {
  const parts = terms
    .map((term, i) => ({ ...term, tsquery: lexed[i] ?? '' }))
    .filter(({ tsquery }) => tsquery !== '')
    // A lexeme's text ends with its quote, so that the last of a phrase takes the star.
    .map((term) => ({ ...term, tsquery: `(${term.tsquery}${term.prefix ? ':*' : ''})` }));
  const wanted = parts.filter((part) => !part.excluded);
  // "the" alone is nothing in English: then no English text answers, and not every one.
  if (hasWanted && wanted.length === 0) return { matches: null, wanted: null, terms: [] };
  const refused = parts.filter((part) => part.excluded).map((part) => `!${part.tsquery}`);
  return {
    matches: [...wanted.map((part) => part.tsquery), ...refused].join(' & ') || EVERYTHING,
    wanted: wanted.map((part) => part.tsquery).join(' & ') || null,
    terms: wanted.map((part) => stepsOf(part.tsquery.slice(1), part.prefix)),
  };
}
