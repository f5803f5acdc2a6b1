import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { findUnfit, MAX_DEPTH, MAX_VALUES } from './find-unstorable.js';
import { isStorableText } from './storable-text.js';

describe('isStorableText', () => {
  it('accepts every text of whole characters but U+0000', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isStorableText(text.replaceAll('\0', ''))).toBe(true);
      }),
    );
  });

  it.each(['\0', 'a\0b', '\ud800', '\udc00', 'a\ud83d', '\ude00\ud83d'])('refuses %j', (text) => {
    expect(isStorableText(text)).toBe(false);
  });
});

describe('findUnfit', () => {
  it('finds one bad character anywhere in any JSON value, and says where', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.array(fc.constantFrom('a', 'b/c', '~'), { maxLength: 5 }),
        (fit, path) => {
          fc.pre(findUnfit(fit) === undefined);
          const names = path.toReversed();
          const wrap = (inner: unknown) =>
            names.reduce<unknown>((nested, name) => ({ fit, [name]: nested }), inner);
          expect(findUnfit(wrap('bad\0'))).toEqual({
            reason: 'text',
            pointer: path.map((name) => `/${name.replace('~', '~0').replace('/', '~1')}`).join(''),
          });
          expect(findUnfit(wrap('good'))).toBeUndefined();
        },
      ),
    );
  });

  it('refuses bad keys without repeating them', () => {
    expect(findUnfit({ a: { 'b\0': 1 } })).toEqual({ reason: 'text', pointer: '/a' });
  });

  it('refuses the names that every object has', () => {
    expect(findUnfit(JSON.parse('{"a":{"__proto__":1}}'))).toEqual({
      reason: 'name',
      pointer: '/a/__proto__',
    });
  });

  it('accepts the greatest depth and refuses one more', () => {
    const nest = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);
    expect(findUnfit(nest(MAX_DEPTH))).toBeUndefined();
    expect(findUnfit(nest(MAX_DEPTH + 1))).toMatchObject({ reason: 'depth' });
  });

  it('stops at more values than a validator can take in', () => {
    const values = (n: number) => ({ a: Array.from({ length: n }, () => ({})) });
    expect(findUnfit(values(MAX_VALUES - 2))).toBeUndefined();
    expect(findUnfit(values(MAX_VALUES))).toMatchObject({ reason: 'size' });
  });
});
