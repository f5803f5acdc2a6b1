import { broken } from '#src/foundation/common/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import { hearingNoticed } from '../hearings.errors.js';
import type { Hearing } from './hearing.entity.js';
import type { HearingKind } from './hearing-kind.js';

/**
 * Never noticed: the desk's. An interview is fieldwork with one stakeholder, not a meeting the public was told
 * of, and what was once public cannot be called back: so it stays with the commission, as a closed session does.
 */
export function labelOfHearing(hearing: Pick<Hearing, 'kind' | 'noticedAt' | 'ownOpensAt'>): OwnLabel {
  const { kind, noticedAt, ownOpensAt } = hearing;
  if (noticedAt === null) return ordinary('desk', ownOpensAt);
  return ordinary(isOpen(kind) ? 'public' : 'chamber', ownOpensAt);
}

/** Whether a hearing of this kind is a meeting in public. */
export function isOpen(kind: HearingKind): boolean {
  return kind === 'public_hearing' || kind === 'regional_summit';
}

export function assertOrder(hearing: Pick<Hearing, 'startsAt' | 'endsAt'>): void {
  if (hearing.endsAt === null || hearing.endsAt >= hearing.startsAt) return;
  throw broken('ENDS_BEFORE_START', '/endsAt', 'A hearing ends no earlier than it starts.');
}

/** What the notice said stays as it was said: another time is a rescheduling, another kind another hearing. */
export function assertKeepsNotice(before: Hearing, after: Hearing): void {
  if (before.noticedAt === null) return;
  const changed = [
    before.kind !== after.kind && 'kind',
    before.startsAt.getTime() !== after.startsAt.getTime() && 'startsAt',
    before.timeZone !== after.timeZone && 'timeZone',
  ].filter((field) => field !== false);
  if (changed.length > 0) throw hearingNoticed(changed);
}

/** Whether another time or room is taken up after a change than before it. */
export function takesUpOther(before: Hearing, after: Hearing): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt?.getTime() !== after.endsAt?.getTime() ||
    before.timeZone !== after.timeZone ||
    isElsewhere(before, after)
  );
}

/** Whether people would come to another place than they were told. */
export function isElsewhere(before: Hearing, after: Hearing): boolean {
  return (
    before.venueName !== after.venueName ||
    before.venueAddress !== after.venueAddress ||
    before.venueRoom !== after.venueRoom
  );
}
