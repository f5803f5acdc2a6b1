import { describe, expect, it } from '@jest/globals';
import { compileQuery } from './compile-query.js';
import { stepsOf } from './lexemes.js';

const term = (text: string, more: { prefix?: boolean; excluded?: boolean } = {}) => ({
  text,
  prefix: false,
  excluded: false,
  ...more,
});
const compileIn = (terms: ReturnType<typeof term>[], en: string[]) =>
  compileQuery(terms, { en, es: en, other: en }).languages.en;

describe('stepsOf', () => {
  it('reads words, distances and what is escaped', () => {
    expect(stepsOf(`'park' <-> 'mandat' <3> 'o''clock'`, true)).toEqual([
      { lexeme: 'park', after: 0, prefix: false },
      { lexeme: 'mandat', after: 1, prefix: false },
      { lexeme: `o'clock`, after: 3, prefix: true },
    ]);
    expect(stepsOf(String.raw`'a\\b'`, false)).toEqual([
      { lexeme: String.raw`a\b`, after: 0, prefix: false },
    ]);
    expect(stepsOf('', false)).toEqual([]);
  });
});

describe('compileQuery', () => {
  it('joins what is wanted and what is not', () => {
    const terms = [
      term('parking mandates'),
      term('counsel', { prefix: true }),
      term('fees', { excluded: true }),
    ];
    expect(compileIn(terms, [`'park' <-> 'mandat'`, `'counsel'`, `'fee'`])).toMatchObject({
      matches: `('park' <-> 'mandat') & ('counsel':*) & !('fee')`,
      wanted: `('park' <-> 'mandat') & ('counsel':*)`,
      terms: [[{ lexeme: 'park' }, { lexeme: 'mandat' }], [{ lexeme: 'counsel', prefix: true }]],
    });
  });

  it('leaves out what a language drops, and finds nothing where nothing is left', () => {
    expect(compileIn([term('the'), term('parks')], ['', `'park'`]).matches).toBe(`('park')`);
    expect(compileIn([term('the')], [''])).toEqual({ matches: null, wanted: null, terms: [] });
    expect(compileIn([term('the'), term('fees', { excluded: true })], ['', `'fee'`]).matches).toBeNull();
  });

  it('finds everything else when there are exclusions alone', () => {
    expect(compileIn([term('fees', { excluded: true })], [`'fee'`])).toMatchObject({
      matches: `!('fee')`,
      wanted: null,
    });
    expect(compileIn([term('the', { excluded: true })], ['']).matches).toBe(`!'-'`);
  });
});
