import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf } from './minutes-search.js';

describe('the parts of a long text', () => {
  it('end with a line, where one ends in time', () => {
    expect(partsOf('ab\ncd\nef', 6)).toEqual(['ab\ncd\n', 'ef']);
    expect(partsOf('ab\ncd\nef', 5)).toEqual(['ab\n', 'cd\nef']);
    expect(partsOf('abcdef', 4)).toEqual(['abcd', 'ef']);
    expect(partsOf('', 4)).toEqual([]);
  });

  it('are together the text, and none is longer than it may be', () => {
    const text = fc.array(fc.constantFrom('a', '\n', 'é', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, most) => {
        const parts = partsOf(whole, most);
        expect(parts.join('')).toBe(whole);
        expect(parts.every(({ length }) => length > 0 && length <= most)).toBe(true);
      }),
    );
  });
});
