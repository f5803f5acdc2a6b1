import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalJson, payloadHash } from './payload-hash.js';

/** The same value with the keys of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('payloadHash', () => {
  it('is the same whatever the order of keys, and is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(payloadHash(turned(value))).toBe(payloadHash(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
  ])('tells %j from %j', (one, other) => {
    expect(payloadHash(one)).not.toBe(payloadHash(other));
  });

  it('leaves undefined out and writes dates as JSON does', () => {
    expect(canonicalJson({ b: new Date(0), a: undefined })).toBe('{"b":"1970-01-01T00:00:00.000Z"}');
  });
});
