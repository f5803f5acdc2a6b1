import { broken } from '#src/foundation/common/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { SignIn } from './sign-in.entity.js';

/** Who came is nobody's to look up: the sheet is the desk's, the public reads the counts. */
export const labelOfSignIn = (): OwnLabel => ordinary('desk');

export function assertSignIn(
  signIn: Pick<SignIn, 'name' | 'pseudonym' | 'spokeAt'>,
  now: Date = new Date(),
): void {
  if (signIn.pseudonym && signIn.name === null) {
    throw broken('NAME_REQUIRED', '/name', 'A pseudonym is a name; leave both out to sign in without one.');
  }
  if (signIn.spokeAt !== null && signIn.spokeAt > now) {
    throw broken('IN_THE_FUTURE', '/spokeAt', 'Somebody spoke in the past.');
  }
}
