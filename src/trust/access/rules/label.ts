import type { Audience } from './audience.js';

/** What the gate knows of a record. It never looks at a room's own columns. */
export interface Label {
  readonly audience: Audience;
  readonly protected: boolean;
  /** An embargo; null is open since ever. */
  readonly opensAt: Date | null;
  /** The end of a consent; null is never. The moment itself is already outside. */
  readonly closesAt: Date | null;
  /** Which recusals count. */
  readonly matterId: string | null;
}

/** The label that an ordinary record wears of its own; a child may end up narrower, never wider, than its parent. */
export interface OwnLabel {
  readonly ownAudience: Audience;
  readonly ownOpensAt: Date | null;
  readonly ownClosesAt: Date | null;
  readonly protected: boolean;
}

/** An ordinary record's own label: `audience`, from `opensAt` (an embargo) on. */
export function ordinary(audience: 'desk' | 'chamber' | 'public', opensAt: Date | null = null): OwnLabel {
  return { ownAudience: audience, ownOpensAt: opensAt, ownClosesAt: null, protected: false };
}

/** Outside its window a record goes no further than the people who work on it. */
export function effectiveAudience(label: Label, now: Date): Audience {
  const open =
    (label.opensAt === null || label.opensAt <= now) && (label.closesAt === null || now < label.closesAt);
  if (open) return label.audience;
  if (label.protected) {
    return label.audience === 'public' || label.audience === 'commission' ? 'assigned' : label.audience;
  }
  return label.audience === 'public' || label.audience === 'chamber' ? 'desk' : label.audience;
}
