import { describe, expect, it } from '@jest/globals';
import { formatKey, hashOf, newKey, parseBearer } from './key.js';

describe('a key', () => {
  it('comes back from its header', () => {
    const key = newKey();
    expect(parseBearer(`Bearer ${formatKey(key)}`)).toEqual(key);
    expect(parseBearer(`bearer  ${formatKey(key)} `)).toEqual(key);
  });

  it('is nothing without each of its parts', () => {
    const text = formatKey(newKey());
    for (const header of [
      '',
      'Bearer',
      text,
      `Basic ${text}`,
      `Bearer ${text.slice(0, -1)}`,
      `Bearer ${text}x y`,
    ]) {
      expect(parseBearer(header)).toBeNull();
    }
  });

  it('holds 256 random bits and keeps only their hash', () => {
    const key = newKey();
    expect(Buffer.from(key.secret, 'base64url')).toHaveLength(32);
    expect(hashOf(key)).toHaveLength(32);
    expect(hashOf({ ...key, secret: newKey().secret })).not.toEqual(hashOf(key));
  });
});
