import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { markPositions } from './position-spans.js';

const byStart = <T extends { start: number }>(items: T[]): T[] => items.toSorted((a, b) => a.start - b.start);
const span = fc
  .record({ start: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 0, max: 10 }) })
  .map(({ start, length }) => ({ start, end: start + length }));

describe('markPositions', () => {
  it('finds what a comparison of each with each finds', () => {
    fc.assert(
      fc.property(
        fc.array(span).map(byStart),
        fc
          .array(
            fc
              .tuple(span, fc.constantFrom('for', 'against', 'neutral'))
              .map(([at, position]) => ({ ...at, position })),
          )
          .map(byStart),
        (cues, spans) => {
          const lines = cues.map((cue, number) => ({ ...cue, number, text: 'x', speaker: null }));
          const expected = lines.map(({ start, end }) =>
            [
              ...new Set(spans.filter((s) => s.start < end && s.end > start).map((s) => s.position)),
            ].toSorted(),
          );
          expect(markPositions(lines, spans).map(({ positions }) => positions.toSorted())).toEqual(expected);
        },
      ),
    );
  });
});
