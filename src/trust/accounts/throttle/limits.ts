/** What somebody tries. `password`: to name their own, signed in. */
export type Act = 'sign_in' | 'second_factor' | 'password' | 'reset';

/** So many attempts in so many seconds; the next waits so many seconds again, and no longer. */
export interface Limit {
  readonly attempts: number;
  readonly seconds: number;
}

/** Who is counted: an account from one network, a network, an account from everywhere, a browser that is known. */
export type Counted = 'pair' | 'network' | 'account' | 'browser';

const QUARTER = 900;

/** Shorter first: what one of them turns away counts for none after it. */
const GUESSES: readonly Limit[] = [
  { attempts: 5, seconds: 60 },
  { attempts: 10, seconds: QUARTER },
];

/**
 * The wait grows from a minute to a quarter of an hour and ends: nobody is locked out for good.
 *
 * - One network alone cannot use up an account's attempts: its own (`pair`) end first.
 * - Many networks together can, for a quarter of an hour at a time. The account's person then still signs in from a
 *   browser where they signed in before, which has a count of its own (`browser`), and from any browser after a
 *   reset by mail, which makes that browser known.
 * - Guessing a password of 15 characters from many networks: 30 in a quarter of an hour are 2,880 a day.
 * - Guessing a code of six digits needs the password first; 15 in a quarter of an hour hit one of three valid codes
 *   with 0.4 % in a day, each attempt in the log.
 */
export const LIMITS: Readonly<Record<Act, Readonly<Partial<Record<Counted, readonly Limit[]>>>>> = {
  sign_in: {
    browser: GUESSES,
    pair: GUESSES,
    network: [{ attempts: 100, seconds: QUARTER }],
    account: [{ attempts: 30, seconds: QUARTER }],
  },
  second_factor: {
    pair: GUESSES,
    network: [{ attempts: 100, seconds: QUARTER }],
    account: [{ attempts: 15, seconds: QUARTER }],
  },
  password: { account: GUESSES },
  // Each ends the link before it: the last one is good for an hour, and asking stops before that.
  reset: {
    network: [{ attempts: 20, seconds: QUARTER }],
    account: [{ attempts: 3, seconds: QUARTER }],
  },
};
