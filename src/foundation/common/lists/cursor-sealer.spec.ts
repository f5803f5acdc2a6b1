import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CursorSealer } from './cursor-sealer.js';

const sealer = new CursorSealer(Buffer.alloc(32, 1));
const binding = { caller: 'public', query: 'hearings?{}' };
const refused = expect.objectContaining({ kind: 'malformed', code: 'CURSOR_INVALID' });

describe('CursorSealer', () => {
  it('gives back what it sealed, in characters that need no escape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.string(), (payload, caller, query) => {
        const cursor = sealer.seal(payload, { caller, query });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(sealer.open(cursor, { caller, query })).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
    );
  });

  it('opens for no other caller or query', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (one, other) => {
        fc.pre(one[0] !== other[0] || one[1] !== other[1]);
        const cursor = sealer.seal(1, { caller: one[0], query: one[1] });
        expect(() => sealer.open(cursor, { caller: other[0], query: other[1] })).toThrow(refused);
      }),
    );
  });

  it('refuses a cursor with any one bit turned, and any other text', () => {
    const sealed = Buffer.from(
      sealer.seal({ values: ['2026-01-01', 'x'], backward: false }, binding),
      'base64url',
    );
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const turned = Buffer.from(sealed);
      turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => sealer.open(turned.toString('base64url'), binding)).toThrow(refused);
    }
    for (const text of [
      '',
      'A',
      'AAAA',
      '????',
      'A'.repeat(4096),
      sealed.subarray(0, 20).toString('base64url'),
    ]) {
      expect(() => sealer.open(text, binding)).toThrow(refused);
    }
  });

  it('opens under another secret as little', () => {
    const other = new CursorSealer(Buffer.alloc(32, 2));
    expect(() => other.open(sealer.seal(1, binding), binding)).toThrow(refused);
  });

  it('gives the same bytes for the same page and tells nothing of its values', () => {
    const payload = { values: ['Maria'], backward: false };
    const cursor = sealer.seal(payload, binding);
    expect(sealer.seal(payload, binding)).toBe(cursor);
    expect(Buffer.from(cursor, 'base64url').includes('Maria')).toBe(false);
    expect(sealer.seal(payload, { ...binding, caller: 'desk' }).slice(0, 16)).not.toBe(cursor.slice(0, 16));
  });

  it('refuses a short secret', () => {
    expect(() => new CursorSealer(Buffer.alloc(31))).toThrow('at least 32');
  });
});
