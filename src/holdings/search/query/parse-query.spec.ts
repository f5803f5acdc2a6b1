import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseQuery, type QueryTerm } from './parse-query.js';

const written = ({ text, prefix, excluded }: QueryTerm) =>
  `${excluded ? '-' : ''}${text.includes(' ') ? `"${text}"` : text}${prefix ? '*' : ''}`;

describe('parseQuery', () => {
  it.each([
    ['housing now', ['housing', 'now']],
    ['"parking mandates" -fees', ['"parking mandates"', '-fees']],
    ['-"parking mandates" counsel*', ['-"parking mandates"', 'counsel*']],
    ['"rent cont"*', ['"rent cont"*']],
    ['an "open quote', ['an', '"open quote"']],
    ['say"no more"now', ['say', '"no more"', 'now']],
    ['\u201cland use\u201d \u2013fees \u2212rent', ['"land use"', '-fees', '-rent']],
    ['well-known don\u2019t', ['well-known', 'don\u2019t']],
    ['*park foo*bar', ['park', '"foo bar"']],
    ['- "" * !!! -- -"" & | ( )', []],
    ['', []],
    ['comisio\u0301n', ['comisión']],
  ])('reads %j', (text, terms) => {
    expect(parseQuery(text).map(written)).toEqual(terms);
  });

  it('takes whatever is typed, and every term it makes has something to look for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        for (const term of parseQuery(text)) expect(term.text).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('reads back what it has read', () => {
    const word = fc.stringMatching(/^[a-zñé0-9]{1,8}$/);
    const term = fc.record({
      text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      prefix: fc.boolean(),
      excluded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), (terms) => {
        expect(parseQuery(terms.map(written).join(' '))).toEqual(terms);
      }),
    );
  });
});
