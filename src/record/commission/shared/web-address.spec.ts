import { describe, expect, it } from '@jest/globals';
import { isWebAddress } from './web-address.js';

describe('isWebAddress', () => {
  it.each(['https://example.org', 'http://example.org:8080/a?b=c#d', 'https://exämple.org/ñ'])(
    'takes %s',
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'ftp://example.org',
    'HTTPS://example.org',
    'https://',
    'https://a b.org',
    'https://example.org/\nx',
    'https://me:secret@example.org',
    'https://me@example.org',
    'https:\\\\example.org',
    'example.org',
    null,
  ])('refuses %j', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
