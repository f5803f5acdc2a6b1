/** One wish of a searcher. */
export interface QueryTerm {
  /** The words, as typed. */
  readonly text: string;
  /** The last word may go on: `park*`. */
  readonly prefix: boolean;
  /** Must not be there: `-fees`. */
  readonly excluded: boolean;
}

export const MAX_TERMS = 20;
export const MAX_CHARACTERS = 500;

const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;
/** With the characters that people, or their keyboards, put for a minus. */
const MINUS = /^[-\u2013\u2212]/;
const TERM = /([-\u2013\u2212]?)"([^"]*)(?:"|$)(\*?)|([^\s"]+)/g;

/**
 * Words, "phrases", -exclusions and prefixes*. There is no wrong input: an open quote ends with the text, a sign
 * where none belongs is part of a word, and what holds no letter or digit says nothing. More than `MAX_TERMS`
 * are the caller's to refuse.
 */
export function parseQuery(text: string): QueryTerm[] {
  const plain = text.normalize('NFC').replaceAll(QUOTES, '"');
  return [...plain.matchAll(TERM)].flatMap(([, minus, phrase, star, word]) =>
    phrase === undefined ? wordTerms(word ?? '') : term(phrase, star === '*', minus !== ''),
  );
}

function wordTerms(token: string): QueryTerm[] {
  const excluded = MINUS.test(token);
  return term(excluded ? token.slice(1) : token, token.endsWith('*'), excluded);
}

function term(text: string, prefix: boolean, excluded: boolean): QueryTerm[] {
  const words = text.replaceAll('*', ' ').trim();
  return /[\p{L}\p{N}]/u.test(words) ? [{ text: words, prefix, excluded }] : [];
}
