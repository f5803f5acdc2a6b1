import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passagesOf } from './passages.js';

const settings = { hearingId: null, startedAt: new Date(0), language: 'en', title: 'A hearing' };
const line = (number: number, text = `said ${number}`) => ({
  number,
  start: number * 2,
  text,
  speaker: number % 2 ? 'Ana' : null,
  positions: number === 3 ? ['for'] : [],
});

describe('passagesOf', () => {
  it('puts each cue in one passage, and the last of each also at the head of the next', () => {
    fc.assert(
      fc.property(fc.nat({ max: 90 }), (count) => {
        const passages = passagesOf(
          Array.from({ length: count }, (_, n) => line(n)),
          settings,
        );
        const cues = passages.map((passage) => passage.cues ?? []);
        expect(cues.flatMap((numbers, i) => (i === 0 ? numbers : numbers.slice(1)))).toEqual(
          Array.from({ length: count }, (_, n) => n),
        );
        expect(cues.slice(1).map(([first]) => first)).toEqual(
          cues.slice(0, -1).map((numbers) => numbers.at(-1)),
        );
        for (const { body, cues: numbers } of passages)
          expect(body.split('\n')).toHaveLength(numbers?.length ?? 0);
      }),
    );
  });

  it('ends a passage early where cues are pages long', () => {
    const passages = passagesOf(
      Array.from({ length: 5 }, (_, n) => line(n, 'x'.repeat(15_000))),
      settings,
    );
    expect(passages.map(({ cues }) => cues)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  it('says when it begins, who speaks and for what, each cue on one line', () => {
    const [passage] = passagesOf([line(3, 'over\ntwo  lines'), line(5)], settings);
    expect(passage).toMatchObject({
      happenedAt: new Date(6000),
      body: 'over two lines\nsaid 5',
      speakers: ['Ana'],
      positions: ['for'],
    });
  });
});
