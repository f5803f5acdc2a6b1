import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { warningsOfItem, wordsIn } from './agenda.policy.js';

const ITEM = { title: 'One', description: null, closed: false, consent: false };
const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('what a clerk is warned of', () => {
  it.each([
    ['', 0],
    ['One', 1],
    ['  Foster care -- who sees, and who   does not?\n', 8],
    ['Gov. Code 11125(b), 2nd reading', 5],
    ['Niñas y niños', 3],
  ])('counts the words of %j', (text, count) => {
    expect(wordsIn(text)).toBe(count);
  });

  it('is an item of more than twenty words, counted over title and description', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (title, rest) => {
        const description = rest === 0 ? null : words(rest);
        const codes = warningsOfItem({ ...ITEM, title: words(title), description });
        expect(codes.map(({ code }) => code)).toEqual(title + rest > 20 ? ['AGENDA_ITEM_LONG'] : []);
      }),
    );
    const [warning] = warningsOfItem({ ...ITEM, title: words(21) });
    expect(warning).toMatchObject({ pointer: '/title', detail: expect.stringContaining('this has 21') });
  });

  it('is a closed item among those that are taken together', () => {
    const codes = [true, false].map((closed) => warningsOfItem({ ...ITEM, closed, consent: true }));
    expect(codes.map((warnings) => warnings.map(({ code }) => code))).toEqual([['CLOSED_CONSENT'], []]);
  });
});
