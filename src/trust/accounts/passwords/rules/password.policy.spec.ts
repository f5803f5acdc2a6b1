import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateGuesses } from './guess-estimate.js';
import { guessFault, lengthFault } from './password.policy.js';
import { lengthOf, normalised } from './password-text.js';
import { wordsOf } from './personal-words.js';

const OWNER = ['Ada Lovelace', 'ada.lovelace@records.example.org', 'State Commission on the Record'];

async function faultOf(password: string): Promise<string | null> {
  const text = normalised(password);
  const words = OWNER.flatMap(wordsOf);
  const fault = lengthFault(text, '/password') ?? guessFault(await estimateGuesses(text, words), '/password');
  return fault?.code ?? null;
}

describe('a password', () => {
  it.each([
    'passwordpassword',
    'password1234567',
    '123456789012345',
    '123456789987654321',
    'qwertyuiopasdfgh',
    'asdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv',
    'P@ssw0rdP@ssw0rd',
    'letmeinletmein123',
    'iloveyou12345678',
    'Summer2024Summer2024',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    'abcdefghijklmnop',
    '....................',
    'changemechangeme',
    'a'.repeat(128),
    'p@ssw0rd'.repeat(16),
  ])('is refused as what is tried first: %s', async (password) => {
    expect(await faultOf(password)).toMatch(/^PASSWORD_(LEAKED|GUESSABLE)$/);
  });

  it.each([
    'adalovelace1234567',
    'Ada Lovelace 2026',
    'ada.lovelace@records.example.org',
    'lovelaceada!12345',
    'StateCommissionOnTheRecord1',
    'state commission on the record 2026',
    'ecalevolada123456',
  ])('is refused as what an acquaintance tries: %s', async (password) => {
    expect(await faultOf(password)).toMatch(/^PASSWORD_(PERSONAL|LEAKED|GUESSABLE)$/);
  });

  it('says that it is personal where only that is wrong', async () => {
    expect(await faultOf('Ada-Lovelace (1999)')).toBe('PASSWORD_PERSONAL');
    expect(await faultOf('ada.lovelace@records.example.org')).toBe('PASSWORD_PERSONAL');
    expect(await faultOf('StateCommissionOnTheRecord1')).toBe('PASSWORD_PERSONAL');
  });

  it.each([
    'correct horse battery staple',
    'mi perro tiene tres patas',
    'xK9#mQ2$vL7@pR4',
    '犬も歩けば棒に当たるとは言うものの',
  ])('is taken: %s', async (password) => {
    expect(await faultOf(password)).toBeNull();
  });

  it('counts code points of the normal form', async () => {
    expect(await faultOf('é'.repeat(14))).toBe('PASSWORD_TOO_SHORT');
    // Two code points each, which NFKC makes one.
    expect(await faultOf('e\u0301'.repeat(14))).toBe('PASSWORD_TOO_SHORT');
    // Two code units each, one code point.
    expect(await faultOf('🔥🐉🌊🧭🪁🎻🧩')).toBe('PASSWORD_TOO_SHORT');
    expect(lengthFault('🔥'.repeat(128), '/p')).toBeNull();
    expect(lengthFault('🔥'.repeat(129), '/p')?.code).toBe('PASSWORD_TOO_LONG');
  });

  it('has from 15 to 128 characters, whichever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
        const text = normalised(password);
        const length = lengthOf(text);
        expect(lengthFault(text, '/p') === null).toBe(length >= 15 && length <= 128);
      }),
    );
  });

  it('is the same however it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (password) => {
        expect(normalised(password.normalize('NFD'))).toBe(normalised(password.normalize('NFC')));
        expect(normalised(normalised(password))).toBe(normalised(password));
      }),
    );
    expect(normalised('ｃｏｒｒｅｃｔ')).toBe('correct');
  });

  it('made at random is taken, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 24, maxLength: 24, min: 0 }), async (bytes) => {
        // What `fast-check` shrinks towards is no random password.
        fc.pre(new Set(bytes).size > 18);
        expect(await faultOf(Buffer.from(bytes).toString('base64url'))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('of digits around the person’s name is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('adalovelace', 'AdaLovelace', 'lovelace.ada', 'Ada_Lovelace', '#ada-LOVELACE#'),
        fc.integer({ min: 1000, max: 9999 }),
        async (name, digits) => {
          expect(await faultOf(`${name}${digits}`.padEnd(15, '1'))).not.toBeNull();
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the words of a person', () => {
  it('are the name, its parts, the parts together, with and without accents', () => {
    expect(wordsOf('José Peña')).toEqual([
      'josé peña',
      'josépeña',
      'josé',
      'peña',
      'jose pena',
      'josepena',
      'jose',
      'pena',
    ]);
  });
});
