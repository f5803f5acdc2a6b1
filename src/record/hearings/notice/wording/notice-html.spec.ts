import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentIn, spanIn } from './notice-dates.js';
import { escapeHtml } from '#src/foundation/common/index.js';
import { htmlOf } from './notice-html.js';
import { textOf } from './notice-text.js';
import type { NoticeContent } from './notice-content.js';

const content = (words: string): NoticeContent => ({
  heading: words,
  commission: words,
  title: words,
  titleLanguage: 'es',
  blocks: [
    { kind: 'facts', facts: [[words, words]] },
    { kind: 'list', heading: words, items: [words, words] },
    { kind: 'words', heading: words, text: words },
    { kind: 'words', heading: null, text: words },
  ],
});

describe('the page of a notice', () => {
  it('has the tags of its template and no other, whatever its words are', () => {
    const tagsOf = (html: string) => html.replace(/<style>.*<\/style>/s, '').match(/<[^>]*>/g);
    const expected = tagsOf(htmlOf(content('words')));
    const evil = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<script>',
        '</style>',
        '"><img src=x onerror=alert(1)>',
        "' onload='",
        '&lt;',
        '-->',
        ']]>',
      ),
    );
    fc.assert(
      fc.property(evil, evil, (a, b) => {
        expect(tagsOf(htmlOf(content(a + b)))).toEqual(expected);
      }),
    );
  });

  it('says what it was given', () => {
    const entities: Record<string, string> = {
      '&amp;': '&',
      '&lt;': '<',
      '&gt;': '>',
      '&quot;': '"',
      '&#39;': "'",
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(escapeHtml(words).replaceAll(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? '?')).toBe(
          words,
        );
      }),
    );
  });

  it('tells its language, and that of the title', () => {
    const html = htmlOf(content('x'));
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<p lang="es">');
  });
});

describe('the text of a notice', () => {
  it('has a line for each fact and a number for each item', () => {
    expect(textOf(content('Word'))).toBe(
      'Word\n\nWORD\n\nWord\n\nWord: Word\n\nWORD\n1. Word\n2. Word\n\nWORD\nWord\n\nWord\n',
    );
  });
});

describe('a time in a notice', () => {
  const at = (text: string) => new Date(text);

  it('is that of the place, with its abbreviation', () => {
    expect(momentIn('America/Los_Angeles', at('2015-10-29T16:00:00Z'))).toBe(
      'Thursday, October 29, 2015 at 9:00 AM PDT',
    );
    expect(momentIn('America/Los_Angeles', at('2015-11-20T17:00:00Z'))).toBe(
      'Friday, November 20, 2015 at 9:00 AM PST',
    );
    expect(momentIn('America/Los_Angeles', at('2015-11-20T17:00:00Z'))).toMatch(/^[ -~]+$/);
  });

  it('names a second day only where there is one', () => {
    const span = (until: string) => spanIn('America/Los_Angeles', at('2015-10-30T05:00:00Z'), at(until));
    expect(span('2015-10-30T06:59:00Z')).toBe('Thursday, October 29, 2015 at 10:00 PM PDT to 11:59 PM PDT');
    expect(span('2015-10-30T07:00:00Z')).toBe(
      'Thursday, October 29, 2015 at 10:00 PM PDT to Friday, October 30, 2015 at 12:00 AM PDT',
    );
  });
});
