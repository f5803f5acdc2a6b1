import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Comparison, compareTexts } from './compare-texts.js';

const before = ({ segments }: Comparison) => joined(segments.filter(({ kind }) => kind !== 'added'));
const after = ({ segments }: Comparison) => joined(segments.filter(({ kind }) => kind !== 'removed'));
const joined = (segments: Comparison['segments']) => segments.map(({ text }) => text).join('');

describe('two texts', () => {
  it('are compared word by word', () => {
    const old = '# Roll\n\nPresent: Ada and Grace.\n';
    expect(compareTexts(old, '# Roll\n\nPresent: Ada, Grace and Joan.\n')).toEqual({
      coarse: false,
      segments: [
        { kind: 'same', text: '# Roll\n\nPresent: ' },
        { kind: 'removed', text: 'Ada ' },
        { kind: 'added', text: 'Ada, Grace ' },
        { kind: 'same', text: 'and ' },
        { kind: 'removed', text: 'Grace' },
        { kind: 'added', text: 'Joan' },
        { kind: 'same', text: '.\n' },
      ],
    });
  });

  it('of which one is empty, or that are the same, are one segment', () => {
    expect(compareTexts('', 'x').segments).toEqual([{ kind: 'added', text: 'x' }]);
    expect(compareTexts('x', '').segments).toEqual([{ kind: 'removed', text: 'x' }]);
    expect(compareTexts('x', 'x').segments).toEqual([{ kind: 'same', text: 'x' }]);
    expect(compareTexts('', '').segments).toEqual([]);
  });

  it('are both found whole in what is told, whatever they are and however little may be looked at', () => {
    const text = fc
      .array(fc.constantFrom('aye', 'no', ' ', '\n', '\r\n', '.', '’', '🎉', 'é', '\t', '**'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    const limits = fc.record({ lines: fc.nat(20), words: fc.nat(20), steps: fc.nat(200) });
    fc.assert(
      fc.property(text, text, limits, (from, to, limit) => {
        const comparison = compareTexts(from, to, limit);
        expect(before(comparison)).toBe(from);
        expect(after(comparison)).toBe(to);
      }),
    );
  });

  it('that differ in too much are told as a whole, but for their ends', () => {
    const lines = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word} ${at}\n`).join('');
    const comparison = compareTexts(`Head\n${lines('one')}Foot\n`, `Head\n${lines('two')}Foot\n`);
    expect(comparison.coarse).toBe(true);
    expect(comparison.segments.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
  });
});
