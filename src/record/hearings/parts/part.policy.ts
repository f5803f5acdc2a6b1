import { broken } from '#src/foundation/common/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { agendaFrozen, partNoticed } from '../hearings.errors.js';
import type { WitnessStatus } from '../witnesses/witness-status.js';

/** An item, panel or session taken behind closed doors is the commission's; how far the rest goes, the hearing says. */
export const labelOfPart = (closed: boolean): OwnLabel => ordinary(closed ? 'chamber' : 'public');

/** Who declined or withdrew did not speak: that they were asked is theirs to tell. */
export function labelOfWitness(status: WitnessStatus, closed: boolean): OwnLabel {
  if (status === 'declined' || status === 'withdrawn') return ordinary('desk');
  return labelOfPart(closed);
}

export function assertAuthority(part: { closed: boolean; authority: string | null }): void {
  if (!part.closed || part.authority !== null) return;
  throw broken('AUTHORITY_REQUIRED', '/authority', 'What is closed cites the law that lets it be closed.');
}

/** The agenda is frozen by the notice; an exception says under which law, and why, it is changed all the same. */
export function assertAgendaOpen(
  hearing: { noticedAt: Date | null },
  exception: object | null | undefined,
): void {
  if (hearing.noticedAt === null) {
    if (!exception) return;
    throw broken('EXCEPTION_NOT_TAKEN', '/exception', 'Before notice the agenda needs no exception.');
  }
  if (!exception) throw agendaFrozen();
}

/** Whether somebody can have spoken: it was opened, or its time came and nobody called it off. */
export function hasBegun(hearing: Pick<Hearing, 'status' | 'startsAt'>, now: Date): boolean {
  const { status, startsAt } = hearing;
  if (status === 'postponed' || status === 'cancelled') return false;
  if (status === 'draft' || status === 'noticed' || status === 'rescheduled') return startsAt <= now;
  return true;
}

export function assertBeforeNotice(hearing: { noticedAt: Date | null }, what: string): void {
  if (hearing.noticedAt !== null) throw partNoticed(what);
}
