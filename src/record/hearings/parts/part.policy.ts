import { broken } from '#src/foundation/common/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
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

export function assertBeforeNotice(hearing: { noticedAt: Date | null }, what: string): void {
  if (hearing.noticedAt !== null) throw partNoticed(what);
}

export function assertSessionOrder(session: { openedAt: Date | null; adjournedAt: Date | null }): void {
  const { openedAt, adjournedAt } = session;
  if (adjournedAt === null) return;
  if (openedAt === null) {
    throw broken('OPENED_REQUIRED', '/openedAt', 'A session that was adjourned was opened before.');
  }
  if (adjournedAt < openedAt) {
    throw broken('ENDS_BEFORE_START', '/adjournedAt', 'A session is adjourned no earlier than it is opened.');
  }
}
