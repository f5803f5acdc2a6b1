import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asksForMore,
  conflictsIn,
  FORBIDDEN_PAIRS,
  type GivenRole,
  GIVEN_ROLES,
  isSensitive,
  planRoles,
  refusalOf,
  SENSITIVE_ROLES,
} from './role.policy.js';

const roles = fc.subarray([...GIVEN_ROLES]);

describe('forbidden pairs', () => {
  it('keep who runs the system from all that reads what is protected', () => {
    const withAdmin = GIVEN_ROLES.filter((role) => conflictsIn(['admin', role]).length > 0);
    expect(withAdmin).toEqual([
      'intake',
      'privacy_reviewer',
      'custodian',
      'counsel',
      'commissioner',
      'chair',
    ]);
    expect(conflictsIn(['custodian', 'counsel', 'privacy_reviewer'])).toEqual([
      ['custodian', 'privacy_reviewer'],
    ]);
  });

  it('are found in whatever order, and no superset loses one', () => {
    fc.assert(
      fc.property(roles, roles, (some, more) => {
        const found = conflictsIn(some);
        expect(conflictsIn(some.toReversed())).toEqual(found);
        expect(conflictsIn([...some, ...more])).toEqual(expect.arrayContaining(found));
        expect(found.length).toBeLessThanOrEqual(FORBIDDEN_PAIRS.length);
      }),
    );
  });
});

interface Desk {
  held: Set<GivenRole>;
  /** role -> who asked */
  pending: Map<GivenRole, string>;
  /** sensitive role -> the two people */
  proofs: Map<GivenRole, readonly [string, string]>;
}

type Step =
  | { do: 'set'; by: string; wished: GivenRole[] }
  | { do: 'decide'; by: string; role: GivenRole; outcome: 'confirmed' | 'refused' | 'withdrawn' };

const people = fc.constantFrom('ada', 'bob', 'eve');
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), by: people, wished: roles }),
  fc.record({
    do: fc.constant('decide' as const),
    by: people,
    role: fc.constantFrom(...SENSITIVE_ROLES),
    outcome: fc.constantFrom('confirmed' as const, 'refused' as const, 'withdrawn' as const),
  }),
);

function take(desk: Desk, step: Step): void {
  if (step.do === 'set') {
    if (conflictsIn(step.wished).length > 0) return;
    const plan = planRoles({
      held: [...desk.held],
      pending: [...desk.pending.keys()],
      wished: step.wished,
      isAtOnce: (role) => !isSensitive(role),
    });
    for (const role of plan.withdrawn) desk.pending.delete(role);
    for (const role of plan.taken) desk.held.delete(role);
    for (const role of plan.given) desk.held.add(role);
    for (const role of plan.asked) desk.pending.set(role, step.by);
    expect(new Set([...desk.held, ...desk.pending.keys()])).toEqual(new Set(step.wished));
    return;
  }
  const askedBy = desk.pending.get(step.role);
  if (askedBy === undefined || refusalOf({ askedBy, accountId: 'ada' }, step.by, step.outcome)) return;
  desk.pending.delete(step.role);
  if (step.outcome !== 'confirmed') return;
  desk.held.add(step.role);
  desk.proofs.set(step.role, [askedBy, step.by]);
}

describe('a person’s roles, whatever administrators do in whatever order', () => {
  it('never hold a forbidden pair, nor a sensitive one that two others have not agreed on', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 40 }), (walk) => {
        const desk: Desk = { held: new Set(), pending: new Map(), proofs: new Map() };
        for (const step of walk) {
          take(desk, step);
          expect(conflictsIn([...desk.held])).toEqual([]);
          for (const role of [...desk.held].filter(isSensitive)) {
            const [asker, decider] = desk.proofs.get(role) ?? [];
            expect(decider).toBeDefined();
            expect(decider).not.toBe(asker);
            expect(decider).not.toBe('ada');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are planned without remainder: nothing is in two lists, what is held and wished for in none', () => {
    fc.assert(
      fc.property(roles, roles, roles, (held, asked, wished) => {
        const pending = asked.filter((role) => !held.includes(role));
        const isAtOnce = (role: GivenRole) => !isSensitive(role);
        const plan = planRoles({ held, pending, wished, isAtOnce });
        const touched = [...plan.given, ...plan.asked, ...plan.taken];
        expect(new Set(touched).size).toBe(touched.length);
        expect(touched.filter((role) => held.includes(role) && wished.includes(role))).toEqual([]);
        const settled = planRoles({ held: wished, pending: [], wished, isAtOnce });
        expect(Object.values(settled).flat()).toEqual([]);
      }),
    );
  });

  it('a request that is overtaken by the role itself is withdrawn', () => {
    const plan = planRoles({ held: [], pending: ['admin'], wished: ['admin'], isAtOnce: () => true });
    expect(plan).toEqual({ given: ['admin'], asked: [], taken: [], withdrawn: ['admin'] });
  });
});

it('a role asks for a new sign-in where it asks for more than was proved', () => {
  expect(asksForMore([], ['integrator'])).toBe(false);
  expect(asksForMore([], ['clerk'])).toBe(true);
  expect(asksForMore(['clerk'], ['clerk', 'chair'])).toBe(false);
  expect(asksForMore(['clerk'], ['clerk', 'counsel'])).toBe(true);
  expect(asksForMore(['counsel'], ['counsel', 'custodian'])).toBe(false);
  expect(asksForMore(['clerk', 'counsel'], ['clerk'])).toBe(false);
});
