import { describe, expect, it } from '@jest/globals';
import { isLanguageTag } from './language-tag.js';

describe('isLanguageTag', () => {
  it.each(['en', 'es-MX', 'es-419', 'zh-Hant-TW', 'yua', 'en-x-plain'])('takes %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });

  it.each(['', 'e', 'en_US', 'en-', 'english language', '12', 'en-en-en-en', `en-x-${'a-'.repeat(20)}a`])(
    'refuses %p',
    (text) => {
      expect(isLanguageTag(text)).toBe(false);
    },
  );

  it.each([null, undefined, 7, ['en']])('refuses %p, which is no text', (value) => {
    expect(isLanguageTag(value)).toBe(false);
  });
});
