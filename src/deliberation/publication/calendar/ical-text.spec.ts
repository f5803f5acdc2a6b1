import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { contentLine, escapeText, textLine } from './ical-text.js';

const read = (line: string): unknown =>
  new ICAL.Component(ICAL.parse(`BEGIN:VEVENT\r\n${line}END:VEVENT\r\n`) as unknown[]).getFirstPropertyValue(
    'summary',
  );

// Every plane, and the characters that mean something to the format.
const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'\\;,:"\n\r\t^= '),
  ),
  maxLength: 400,
});

describe('a text property', () => {
  it('is read back as it was, its line ends as line feeds', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(read(textLine('SUMMARY', given))).toBe(given.replaceAll(/\r\n?/g, '\n'));
      }),
      { numRuns: 2000 },
    );
  });

  it('has no line above 75 octets and cuts no character', () => {
    fc.assert(
      fc.property(text, (given) => {
        const lines = textLine('SUMMARY', given).split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed?.() ?? true).toBe(true);
        }
        expect(lines.at(-1)).toBe('');
      }),
    );
  });

  it('escapes what would end or part it', () => {
    expect(escapeText('a\\b;c,d\r\ne:"f"')).toBe('a\\\\b\\;c\\,d\\ne:"f"');
  });

  it('holds no control character', () => {
    expect(escapeText('a\0b\u0007c\u001bd\te\u007f')).toBe('abcd\te');
  });

  it('folds at the 76th octet, not before', () => {
    expect(contentLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`);
    expect(contentLine('X', 'a'.repeat(74))).toBe(`X:${'a'.repeat(73)}\r\n a\r\n`);
    expect(contentLine('X', `${'a'.repeat(72)}é`)).toBe(`X:${'a'.repeat(72)}\r\n é\r\n`);
  });
});
