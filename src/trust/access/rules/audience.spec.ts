import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUDIENCES, isOnLadder, narrower } from './audience.js';

const audience = fc.constantFrom(...AUDIENCES);

describe('narrower', () => {
  it('does not mind the order, and keeps what is the same', () => {
    fc.assert(
      fc.property(audience, audience, (a, b) => {
        expect(narrower(a, b)).toBe(narrower(b, a));
        expect(narrower(a, a)).toBe(a);
      }),
    );
  });

  it('goes down one ladder at a time', () => {
    expect(narrower('public', 'desk')).toBe('desk');
    expect(narrower('chamber', 'public')).toBe('chamber');
    expect(narrower('assigned', 'commission')).toBe('assigned');
    expect(narrower('nobody', 'public')).toBe('nobody');
  });

  it('is nobody where two ladders meet', () => {
    expect(narrower('desk', 'assigned')).toBe('nobody');
    expect(narrower('officials', 'reviewers')).toBe('nobody');
  });

  it('never leads from one ladder to the other', () => {
    fc.assert(
      fc.property(audience, audience, fc.boolean(), (a, b, isProtected) => {
        fc.pre(isOnLadder(a, isProtected) && isOnLadder(b, isProtected));
        expect(isOnLadder(narrower(a, b), isProtected)).toBe(true);
      }),
    );
  });
});
