import { describe, expect, it } from '@jest/globals';
import { parseIfMatch } from './if-match.js';
import { assertFresh, revisionOf, withRevision } from './revision.js';

describe('parseIfMatch', () => {
  it.each([
    ['"7"', ['7']],
    ['"7", "8"', ['7', '8']],
    ['W/"7"', []],
    ['W/"7","8"', ['8']],
    ['*', '*'],
    [' * ', '*'],
  ])('reads %s', (header, expected) => {
    expect(parseIfMatch(header)).toEqual(expected);
  });

  it.each(['7', '"7', '"a"b"', '"7",', '"7" *', "'7'"])('refuses %s', (header) => {
    expect(() => parseIfMatch(header)).toThrow(
      expect.objectContaining({ kind: 'malformed', code: 'VALIDATION' }),
    );
  });

  it.each([undefined, '', ' '])('asks for a missing header (%j)', (header) => {
    expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'IF_MATCH_REQUIRED' }));
  });
});

describe('assertFresh', () => {
  it('lets the current revision and * pass', () => {
    expect(() => assertFresh(['6', '7'], '7')).not.toThrow();
    expect(() => assertFresh('*', '7')).not.toThrow();
  });

  it.each([[['6']], [[]]])('refuses %j with the current tag', (ifMatch) => {
    expect(() => assertFresh(ifMatch, '7')).toThrow(
      expect.objectContaining({ code: 'STALE', headers: { ETag: '"7"' } }),
    );
  });
});

describe('withRevision', () => {
  it('stands beside the DTO, not in it', () => {
    const dto = withRevision({ id: 1 }, '7');
    expect(revisionOf(dto)).toBe('7');
    expect(Reflect.ownKeys(dto)).toEqual(['id']);
    expect(revisionOf({ ...dto })).toBeUndefined();
    expect(revisionOf(null)).toBeUndefined();
  });
});
