import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newRecoveryCode, recoveryHash } from './recovery-code.js';

describe('a recovery code', () => {
  it('uses every letter of its alphabet', () => {
    const letters = new Set(Array.from({ length: 200 }, newRecoveryCode).join(''));
    expect([...letters].toSorted().join('')).toBe('-0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  });

  it('is the same however it is copied, and another with another letter', () => {
    const code = fc.constant(null).map(newRecoveryCode);
    const copies = [
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('-', ' '),
      (text: string) => text.replaceAll('-', '\u2013'),
      (text: string) => ` ${text.replaceAll('-', '')}\n`,
      (text: string) => text.replaceAll('0', 'o').replaceAll('1', 'l'),
      (text: string) => text.replaceAll('1', 'I'),
    ];
    fc.assert(
      fc.property(code, fc.constantFrom(...copies), (text, copy) => {
        expect(recoveryHash(copy(text))).toEqual(recoveryHash(text));
        const last = text.endsWith('7') ? '8' : '7';
        expect(recoveryHash(copy(text.slice(0, -1) + last))).not.toEqual(recoveryHash(text));
      }),
    );
  });
});
