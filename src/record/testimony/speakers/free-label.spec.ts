import { describe, expect, it } from '@jest/globals';
import { freeLabel } from './free-label.js';

describe('freeLabel', () => {
  it.each([
    ['A', ['A'], 'A 2'],
    ['A', ['A', 'A 2', 'A 3'], 'A 4'],
    ['A 2', ['A', 'A 2'], 'A 3'],
    ['SPEAKER_04', ['SPEAKER_04'], 'SPEAKER_04 2'],
  ])('%s beside %j is followed by %s', (label, taken, expected) => {
    expect(freeLabel(label, new Set(taken))).toBe(expected);
  });
});
