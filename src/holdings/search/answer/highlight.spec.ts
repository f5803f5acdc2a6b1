import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlight, isMarked } from './highlight.js';

const mark = (text: string) => `\ue000${text}\ue001`;

describe('highlight', () => {
  it('escapes the text and marks the words', () => {
    expect(highlight(`<b>"${mark('Fees')}" & costs</b>`)).toBe(
      '&lt;b&gt;&quot;<mark>Fees</mark>&quot; &amp; costs&lt;/b&gt;',
    );
    expect(isMarked(mark('a'))).toBe(true);
    expect(isMarked(null)).toBe(false);
  });

  it('cuts a long text between words, around the first mark', () => {
    const cut = highlight(`${'before '.repeat(60)}${mark('here')} ${'after '.repeat(60)}`);
    expect(cut).toMatch(/^… before .* <mark>here<\/mark> after .* after …$/);
    expect(cut.length).toBeLessThan(280);
  });

  it('is never other HTML than text and closed marks, nor much longer than it should be', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/[\ue000\ue001]/gu, '')),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .map((text) => mark(text.replaceAll(/[\ue000\ue001]/gu, ''))),
      fc.constantFrom('<script>', '&amp;', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const html = highlight(pieces.join(' '));
        const bare = html.replaceAll(/<mark>[^<]*<\/mark>/g, '');
        expect(bare).not.toMatch(/[<>]/);
        expect(bare.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/&/);
        expect(html.isWellFormed?.() ?? true).toBe(true);
      }),
    );
  });
});
