import { describe, expect, it } from '@jest/globals';
import { assertSignIn, labelOfSignIn } from './sign-in.policy.js';

const NOW = new Date('2016-03-24T18:00:00Z');

describe('a sign-in', () => {
  it('is the desk’s, always', () => {
    expect(labelOfSignIn()).toMatchObject({ ownAudience: 'desk', protected: false });
  });

  it.each([
    [null, false, null],
    ['A neighbour', false, null],
    ['A neighbour', true, NOW],
  ])('named %j, by a pseudonym %s, having spoken at %s, is one', (name, pseudonym, spokeAt) => {
    expect(() => assertSignIn({ name, pseudonym, spokeAt }, NOW)).not.toThrow();
  });

  it('has a name for a pseudonym, and speaks in the past', () => {
    expect(() => assertSignIn({ name: null, pseudonym: true, spokeAt: null }, NOW)).toThrow('NAME_REQUIRED');
    const spokeAt = new Date(NOW.getTime() + 1);
    expect(() => assertSignIn({ name: null, pseudonym: false, spokeAt }, NOW)).toThrow('IN_THE_FUTURE');
  });
});
