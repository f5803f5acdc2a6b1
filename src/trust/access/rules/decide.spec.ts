import { describe, expect, it } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from './actor.js';
import { decide } from './decide.js';
import type { Label } from './label.js';
import type { Role } from './rules.js';

const NOW = new Date('2016-01-13T17:00:00Z');
const MATTER = '11111111-1111-4111-8111-111111111111';

const label = (given: Partial<Label>): Label => ({
  audience: 'public',
  protected: false,
  opensAt: null,
  closesAt: null,
  matterId: null,
  ...given,
});
const actor = (roles: Role[], given: Partial<Actor> = {}): Actor => ({
  ...PUBLIC_ACTOR,
  id: '22222222-2222-4222-8222-222222222222',
  roles,
  ...given,
});

describe('decide', () => {
  it('shows the public what is public, and nothing else', () => {
    expect(decide(PUBLIC_ACTOR, label({}), 'read', NOW)).toBe(true);
    for (const audience of ['nobody', 'desk', 'chamber'] as const) {
      expect(decide(PUBLIC_ACTOR, label({ audience }), 'read', NOW)).toBe(false);
    }
    expect(decide(PUBLIC_ACTOR, label({}), 'edit', NOW)).toBe(false);
  });

  it('keeps drafts from commissioners and what is given to the commission from clerks', () => {
    expect(decide(actor(['commissioner']), label({ audience: 'desk' }), 'read', NOW)).toBe(false);
    expect(decide(actor(['clerk']), label({ audience: 'commission', protected: true }), 'read', NOW)).toBe(
      false,
    );
    expect(decide(actor(['clerk']), label({ audience: 'desk' }), 'edit', NOW)).toBe(true);
  });

  it('lets an embargo end at its very moment, and a consent too', () => {
    const embargoed = label({ opensAt: NOW });
    expect(decide(PUBLIC_ACTOR, embargoed, 'read', new Date(NOW.getTime() - 1))).toBe(false);
    expect(decide(PUBLIC_ACTOR, embargoed, 'read', NOW)).toBe(true);
    const ending = label({ closesAt: NOW });
    expect(decide(PUBLIC_ACTOR, ending, 'read', new Date(NOW.getTime() - 1))).toBe(true);
    expect(decide(PUBLIC_ACTOR, ending, 'read', NOW)).toBe(false);
  });

  it('takes the matter from who is recused, but never what anybody may read', () => {
    const recusals = [{ matter: MATTER, from: new Date(0), until: null }];
    const chair = actor(['chair'], { recusals });
    expect(decide(chair, label({ audience: 'chamber', matterId: MATTER }), 'read', NOW)).toBe(false);
    expect(decide(chair, label({ audience: 'chamber' }), 'read', NOW)).toBe(true);
    expect(decide(chair, label({ matterId: MATTER }), 'read', NOW)).toBe(true);
    const clerk = actor(['clerk'], { recusals });
    expect(decide(clerk, label({ matterId: MATTER }), 'edit', NOW)).toBe(false);
  });

  it('adds roles up', () => {
    expect(decide(actor(['clerk', 'chair']), label({ audience: 'desk' }), 'read', NOW)).toBe(true);
    expect(
      decide(actor(['clerk', 'chair']), label({ audience: 'commission', protected: true }), 'read', NOW),
    ).toBe(true);
  });
});
