import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editDistance } from './edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['parking', 'parking', 0],
    ['parkimg', 'parking', 1],
    ['parknig', 'parking', 1],
    ['prking', 'parking', 1],
    ['parkking', 'parking', 1],
    ['', 'abc', 3],
    ['evictoin', 'eviction', 1],
    ['house', 'mouth', 3],
  ])('of %s and %s is %d', (one, other, slips) => {
    expect(editDistance(one, other)).toBe(slips);
  });

  it('is the same from either side, none only of equals, and at most the longer word', () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = editDistance(one, other);
        expect(editDistance(other, one)).toBe(slips);
        expect(slips === 0).toBe(one === other);
        expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
