import fc from 'fast-check';
import {
  type Actor,
  AUDIENCES,
  type Audience,
  type Label,
  narrower,
  type Role,
} from '#src/trust/access/index.js';
import { isOnLadder } from '#src/trust/access/rules/index.js';

/** Moments relative to the transaction's `now()`, in seconds; 0 is that very moment. */
const moment = fc.constantFrom(-60, -1, 0, 1, 60);
export const MATTERS = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
] as const;

export interface OwnLabelSpec {
  readonly audience: Audience;
  readonly protected: boolean;
  readonly opens: number | null;
  readonly closes: number | null;
  readonly matter: string | null;
}

export interface ThingSpec {
  readonly id: string;
  readonly own: OwnLabelSpec;
  readonly parts: readonly { readonly id: string; readonly own: OwnLabelSpec }[];
}

export interface ActorSpec {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly recusals: readonly {
    readonly matter: string;
    readonly from: number;
    readonly until: number | null;
  }[];
}

export interface World {
  readonly things: readonly ThingSpec[];
  readonly actors: readonly ActorSpec[];
}

const ownLabel = fc
  .record({
    audience: fc.constantFrom(...AUDIENCES),
    protected: fc.boolean(),
    opens: fc.option(moment, { freq: 2 }),
    closes: fc.option(moment, { freq: 2 }),
    matter: fc.option(fc.constantFrom(...MATTERS), { freq: 2 }),
  })
  .filter((label) => isOnLadder(label.audience, label.protected));

const ordinaryLabel = ownLabel.filter((label) => !label.protected);

const thing: fc.Arbitrary<ThingSpec> = fc.record({
  id: fc.uuid({ version: 4 }),
  own: fc.oneof(ownLabel, ordinaryLabel),
  parts: fc.array(fc.record({ id: fc.uuid({ version: 4 }), own: ordinaryLabel }), { maxLength: 2 }),
});

const actor: fc.Arbitrary<ActorSpec> = fc.record({
  id: fc.uuid({ version: 4 }),
  roles: fc.subarray<Role>(['clerk', 'commissioner', 'chair', 'integrator']),
  recusals: fc.array(
    fc.record({ matter: fc.constantFrom(...MATTERS), from: moment, until: fc.option(moment, { freq: 2 }) }),
    { maxLength: 2 },
  ),
});

export const world: fc.Arbitrary<World> = fc.record({
  things: fc.uniqueArray(thing, { minLength: 6, maxLength: 14, selector: ({ id }) => id }),
  actors: fc.uniqueArray(actor, { minLength: 2, maxLength: 4, selector: ({ id }) => id }),
});

export const at = (now: Date, seconds: number | null): Date | null =>
  seconds === null ? null : new Date(now.getTime() + seconds * 1000);

/** The label a root ends up with. */
export const labelOf = (own: OwnLabelSpec, now: Date): Label => ({
  audience: own.audience,
  protected: own.protected,
  opensAt: at(now, own.opens),
  closesAt: at(now, own.closes),
  matterId: own.matter,
});

/** The label a part ends up with: never wider than its parent's, in audience or in time. */
export function labelUnder(own: OwnLabelSpec, parent: Label, now: Date): Label {
  const mine = labelOf(own, now);
  return {
    audience: narrower(mine.audience, parent.audience),
    protected: mine.protected || parent.protected,
    opensAt: later(mine.opensAt, parent.opensAt),
    closesAt: earlier(mine.closesAt, parent.closesAt),
    matterId: parent.matterId ?? mine.matterId,
  };
}

const later = (a: Date | null, b: Date | null): Date | null => (a === null ? b : b === null || a > b ? a : b);
const earlier = (a: Date | null, b: Date | null): Date | null =>
  a === null ? b : b === null || a < b ? a : b;

export const actorOf = (spec: ActorSpec, now: Date): Actor => ({
  via: 'key',
  id: spec.id,
  name: 'generated',
  roles: spec.roles,
  scopes: [],
  recusals: spec.recusals.map(({ matter, from, until }) => ({
    matter,
    from: at(now, from) as Date,
    until: at(now, until),
  })),
});
