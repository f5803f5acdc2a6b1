import { broken, type DomainError } from '#src/foundation/common/index.js';
import { lengthOf, LONGEST, SHORTEST } from './password-text.js';

/** How many guesses a password takes, as a power of ten, with and without what is known of its person. */
export interface Guesses {
  readonly byAnybody: number;
  readonly byAcquaintance: number;
  /** How many letters and digits are not the person's or the commission's name. */
  readonly own: number;
  /** Whether a word of the list of leaked passwords is a part of it. */
  readonly holdsLeaked: boolean;
}

/** zxcvbn's highest grade: more than an attacker with a stolen table of Argon2id hashes tries for one of them. */
export const LEAST_GUESSES = 10;

/** A name and a date behind it is what acquaintances try, whatever signs stand between. */
const LEAST_OWN = 8;

/**
 * Length, and nothing about kinds of characters (NIST SP 800-63B, 3.1.1.2).
 *
 * @returns the refusal, or null
 */
export function lengthFault(normalisedPassword: string, pointer: string): DomainError | null {
  const length = lengthOf(normalisedPassword);
  if (length < SHORTEST)
    return broken('PASSWORD_TOO_SHORT', pointer, `must have at least ${SHORTEST} characters`);
  if (length > LONGEST)
    return broken('PASSWORD_TOO_LONG', pointer, `must have at most ${LONGEST} characters`);
  return null;
}

/** What is tried first by whoever guesses, however long it is. */
export function guessFault(guesses: Guesses, pointer: string): DomainError | null {
  const { byAnybody, byAcquaintance, own, holdsLeaked } = guesses;
  if (byAnybody < LEAST_GUESSES)
    return holdsLeaked
      ? broken('PASSWORD_LEAKED', pointer, 'is made of passwords that were leaked and are tried first')
      : broken('PASSWORD_GUESSABLE', pointer, 'repeats itself or follows a pattern that is tried first');
  if (byAcquaintance < LEAST_GUESSES || own < LEAST_OWN)
    return broken(
      'PASSWORD_PERSONAL',
      pointer,
      'is made of your name, your address or the name of the commission',
    );
  return null;
}
