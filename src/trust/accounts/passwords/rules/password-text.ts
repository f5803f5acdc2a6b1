/** Longer than any password can be: what the interface reads at all, in UTF-16 code units. */
export const MOST_READ = 1_024;
export const SHORTEST = 15;
export const LONGEST = 128;

/**
 * The one form in which passwords are counted, compared and hashed: NIST SP 800-63B asks for NFKC or NFKD, so that
 * an accent or a width typed on another keyboard is the same password.
 */
export function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** In Unicode code points, each of which SP 800-63B counts as one character. */
export function lengthOf(normalisedPassword: string): number {
  return Array.from(normalisedPassword).length;
}
