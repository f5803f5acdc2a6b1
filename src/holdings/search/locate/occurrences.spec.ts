import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { occurrencesOf, type Run, shortestRun } from './occurrences.js';

const steps = (...words: string[]) =>
  words.map((word, i) => ({
    lexeme: word.replace('*', ''),
    after: i === 0 ? 0 : 1,
    prefix: word.endsWith('*'),
  }));

function spotsOf(lines: string[][]) {
  const positions: Record<string, number[]> = {};
  const lineEnds: number[] = [];
  let position = 0;
  for (const line of lines) {
    for (const word of line) (positions[word] ??= []).push((position += 1));
    lineEnds.push(position);
  }
  return { positions, lineEnds };
}

describe('occurrencesOf', () => {
  const spots = spotsOf([
    ['we', 'lifted', 'parking'],
    ['mandates', 'here'],
    ['parking', 'mandates'],
  ]);

  it('finds a phrase inside a line and over the border of two', () => {
    expect(occurrencesOf(steps('parking', 'mandates'), spots)).toEqual([
      { first: 0, last: 1 },
      { first: 2, last: 2 },
    ]);
    expect(occurrencesOf(steps('mandates', 'parking'), spots)).toEqual([]);
    expect(occurrencesOf(steps('here', 'park*'), spots)).toEqual([{ first: 1, last: 2 }]);
  });

  it('finds every phrase that is there, in the lines it is in', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 4 }),
        (lines, from, length) => {
          const words = lines.flatMap((words, line) => words.map((word) => ({ word, line })));
          const phrase = words.slice(from % words.length, (from % words.length) + length);
          expect(occurrencesOf(steps(...phrase.map(({ word }) => word)), spotsOf(lines))).toContainEqual({
            first: phrase[0]?.line,
            last: phrase.at(-1)?.line,
          });
        },
      ),
    );
  });
});

describe('shortestRun', () => {
  it('is the shortest that holds one of each, as trying all of them finds', () => {
    const run = fc
      .tuple(fc.nat({ max: 9 }), fc.nat({ max: 2 }))
      .map(([first, more]): Run => ({ first, last: first + more }));
    fc.assert(
      fc.property(fc.array(fc.array(run, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), (terms) => {
        expect(shortestRun(terms)).toEqual(byTrying(terms));
      }),
    );
  });
});

function byTrying(terms: readonly (readonly Run[])[]): Run | null {
  for (let length = 0; length < 12; length += 1) {
    for (let first = 0; first < 12; first += 1) {
      const holds = (run: Run) => run.first >= first && run.last <= first + length;
      if (terms.every((runs) => runs.some(holds))) return { first, last: first + length };
    }
  }
  return null;
}
