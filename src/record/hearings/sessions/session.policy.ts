import { broken } from '#src/foundation/common/index.js';
import type { OwnLabel } from '#src/trust/access/index.js';
import type { HearingKind } from '../hearing/hearing-kind.js';
import { dayOf } from '../notice/clock/local-days.js';
import { labelOfPart } from '../parts/part.policy.js';
import type { Warning } from '../shared/warning.js';
import type { HearingSession } from './session.entity.js';

type Told = Pick<HearingSession, 'closed' | 'adjournedAt' | 'reportedOut'>;
type Times = Pick<HearingSession, 'startsAt' | 'endsAt' | 'openedAt' | 'adjournedAt'>;

/** A closed session is the commission's until what came of it is told in public (Gov. Code 11126.3(f)). */
export function labelOfSession({
  closed,
  reportedOut,
}: Pick<HearingSession, 'closed' | 'reportedOut'>): OwnLabel {
  return labelOfPart(closed && reportedOut === null);
}

/**
 * The law asks that the report, the authority and the times be told; how the commission called the session among itself
 * could tell whom it was about.
 */
export function nameFor(
  { name, closed }: Pick<HearingSession, 'name' | 'closed'>,
  readsChamber: boolean,
): string {
  return closed && !readsChamber ? 'Closed session' : name;
}

type Law = Pick<HearingSession, 'closed' | 'authority'>;

/** A meeting of the commission behind closed doors has closed sessions; an interview is no meeting, and no law closes it. */
export const isClosedBySelf = (kind: HearingKind): boolean => kind === 'closed_session';

/** In a meeting behind closed doors, what cites no law of its own is closed under those of its items, each once. */
export function authorityOf(
  { closed, authority }: Law,
  items: readonly Pick<Law, 'authority'>[],
): string | null {
  if (!closed || authority !== null) return authority;
  const laws = items.map((item) => item.authority);
  return [...new Set(laws)].filter((law) => law !== null).join('; ') || null;
}

/** @throws DomainError 422 when a session ends before it starts, or was adjourned before it was opened */
export function assertSessionTimes({ startsAt, endsAt, openedAt, adjournedAt }: Times): void {
  if (endsAt !== null && startsAt === null) {
    throw broken('START_REQUIRED', '/startsAt', 'A session that is to end is to start before.');
  }
  if (endsAt !== null && startsAt !== null && endsAt < startsAt) {
    throw broken('ENDS_BEFORE_START', '/endsAt', 'A session ends no earlier than it starts.');
  }
  if (adjournedAt === null) return;
  if (openedAt === null) {
    throw broken('OPENED_REQUIRED', '/openedAt', 'A session that was adjourned was opened before.');
  }
  if (adjournedAt < openedAt) {
    throw broken('ENDS_BEFORE_START', '/adjournedAt', 'A session is adjourned no earlier than it is opened.');
  }
}

/** Whether rooms and people are taken up at other times after a change than before it. */
export function takesUpOther(before: Times, after: Times): boolean {
  return (['startsAt', 'endsAt'] as const).some(
    (field) => before[field]?.getTime() !== after[field]?.getTime(),
  );
}

/** @throws DomainError 422 when what is reported out has no closed session behind it that was adjourned */
export function assertReportable({ closed, adjournedAt, reportedOut }: Told): void {
  if (reportedOut === null) return;
  if (!closed) {
    throw broken('NOTHING_TO_REPORT', '/reportedOut', 'What an open session did, everybody saw.');
  }
  if (adjournedAt === null) {
    throw broken('ADJOURNED_REQUIRED', '/adjournedAt', 'A closed session is adjourned, then reported out.');
  }
}

export interface Days {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly timeZone: string;
}

/** A hearing may go on longer than it was planned: so days outside it are told and not refused. */
export function warningsOfSession(session: Times, hearing: Days): Warning[] {
  const first = dayOf(hearing.startsAt, hearing.timeZone);
  const last = dayOf(hearing.endsAt ?? hearing.startsAt, hearing.timeZone);
  return (['startsAt', 'endsAt', 'openedAt', 'adjournedAt'] as const).flatMap((field) => {
    const moment = session[field];
    const day = moment && dayOf(moment, hearing.timeZone);
    if (!day || (day >= first && day <= last)) return [];
    const detail = `${day} is outside the days of the hearing, ${first} to ${last}.`;
    return [{ code: 'SESSION_OUTSIDE_HEARING', pointer: `/${field}`, detail }];
  });
}
