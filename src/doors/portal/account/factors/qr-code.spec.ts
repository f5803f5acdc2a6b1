import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { qrCode } from './qr-code.js';

describe('a QR code', () => {
  it('draws every dark module once, with its quiet zone', () => {
    const text = 'otpauth://totp/Hearth:ada%40example.org?secret=JBSWY3DPEHPK3PXP';
    const { data } = encode(text, { ecc: 'M', border: 4 });
    const { size, path } = qrCode(text);
    expect(size).toBe(data.length);
    const drawn = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])));
    expect(drawn).toEqual(dark);
    expect(dark.some((place) => /^[0-3] | [0-3]$/.test(place))).toBe(false);
  });
});
