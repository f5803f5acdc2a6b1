import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that reads as another or as a figure. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 5;

/** 100 random bits in groups to read and copy: `4Q7ZC-M0T8X-9RJ2K-WB5HE`. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** So many random bits need no salt and no slow hash. Case, gaps and what is misread do not make another code. */
export function recoveryHash(code: string): Buffer {
  const letters = code
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(letters).digest();
}
