import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import { type Guesses, LEAST_GUESSES } from './password.policy.js';
import { ownPartOf } from './personal-words.js';

/** A password that is good so far is good: only one that begins weakly is looked at whole, which takes longer. */
const BEGINNING = 40;
/** Reading substitutions like `p@ssw0rd` in every combination would hold everybody up. */
const SUBSTITUTIONS = 20;

let loading: Promise<ZxcvbnFactory> | undefined;

/** Read when the first password is set: the lists take some 20 MB, and most processes never set one. */
function estimator(): Promise<ZxcvbnFactory> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new core.ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, l33tMaxSubstitutions: SUBSTITUTIONS });
}

/** `words`: what an acquaintance would try first. */
export async function estimateGuesses(
  normalisedPassword: string,
  words: readonly string[],
): Promise<Guesses> {
  const zxcvbn = await estimator();
  const known = estimate(zxcvbn, normalisedPassword, words);
  const own = ownPartOf(normalisedPassword, words);
  if (known.guessesLog10 >= LEAST_GUESSES)
    return { byAnybody: known.guessesLog10, byAcquaintance: known.guessesLog10, own, holdsLeaked: false };
  const blind = estimate(zxcvbn, normalisedPassword, []);
  return {
    byAnybody: blind.guessesLog10,
    byAcquaintance: known.guessesLog10,
    own,
    holdsLeaked: blind.sequence.some(isLeaked),
  };
}

function estimate(zxcvbn: ZxcvbnFactory, password: string, words: readonly string[]): ZxcvbnResult {
  const beginning = zxcvbn.check(password.slice(0, BEGINNING), [...words]);
  const isAll = password.length <= BEGINNING;
  return isAll || beginning.guessesLog10 >= LEAST_GUESSES ? beginning : zxcvbn.check(password, [...words]);
}

const isLeaked = ({ pattern, ...match }: ZxcvbnResult['sequence'][number]): boolean =>
  pattern === 'dictionary' && match['dictionaryName'] === 'passwords-common';
