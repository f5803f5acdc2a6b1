import { describe, expect, it } from '@jest/globals';
import { URI } from 'otpauth';
import { base32Of, newTotpSecret, stepOf, totpUri } from './totp.js';

/** RFC 6238, appendix B: SHA-1, the last six of its eight figures. */
const SECRET = Buffer.from('12345678901234567890');
const VECTORS: [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
];

describe('a code', () => {
  it.each(VECTORS)('of second %i is %s, a step early and a step late', (second, code) => {
    const step = Math.floor(second / 30);
    for (const late of [-1, 0, 1])
      expect(stepOf(code, SECRET, new Date((second + late * 30) * 1000))).toBe(step);
    for (const late of [-2, 2])
      expect(stepOf(code, SECRET, new Date((second + late * 30) * 1000))).toBeNull();
  });

  it('of another secret is none', () => {
    expect(stepOf('287082', Buffer.from('12345678901234567891'), new Date(59_000))).toBeNull();
  });
});

describe('a secret', () => {
  it('has 160 random bits, which an app reads from its address', () => {
    const secret = newTotpSecret();
    expect(secret).toHaveLength(20);
    expect(newTotpSecret().equals(secret)).toBe(false);
    const read = URI.parse(
      totpUri(secret, { issuer: 'Hearth record.example.org', label: 'a&b:c@example.org' }),
    );
    expect(read).toMatchObject({
      issuer: 'Hearth record.example.org',
      label: 'a&b:c@example.org',
      digits: 6,
    });
    expect(Buffer.from(read.secret.bytes).equals(secret)).toBe(true);
    expect(read.secret.base32).toBe(base32Of(secret));
  });
});
