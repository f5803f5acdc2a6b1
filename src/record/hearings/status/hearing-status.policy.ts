import { broken, notReady } from '#src/foundation/common/index.js';
import { isOpen } from '../hearing/hearing.policy.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { instantOf, localDateOf, startOfDay } from '../notice/clock/local-days.js';
import { statusIllegal, statusMoved } from '../hearings.errors.js';
import { HEARING_STATUSES, type HearingStatus } from './hearing-status.js';

/** What may follow what. The way of most hearings is the first of each row; a postponed one that is noticed is resumed. */
export const MOVES: Readonly<Record<HearingStatus, readonly HearingStatus[]>> = {
  draft: ['noticed', 'cancelled'],
  noticed: ['in_session', 'postponed', 'rescheduled', 'cancelled'],
  in_session: ['adjourned', 'recessed'],
  recessed: ['in_session', 'adjourned'],
  adjourned: ['minutes_draft'],
  minutes_draft: ['minutes_approved'],
  minutes_approved: ['closed'],
  closed: [],
  postponed: ['rescheduled', 'cancelled', 'noticed'],
  rescheduled: ['in_session', 'postponed', 'rescheduled', 'cancelled'],
  cancelled: [],
};

const NEEDS_REASON: readonly HearingStatus[] = ['postponed', 'rescheduled', 'cancelled'];

export interface Move {
  readonly to: HearingStatus;
  /** What the caller believes the hearing to be. */
  readonly from?: HearingStatus | undefined;
  readonly reason: string | null;
  /** Of a rescheduled hearing alone. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** Whom somebody told of it. */
  readonly told?: readonly string[];
}

/** What a notice has to tell, beside the hearing itself. */
export interface AgendaFacts {
  readonly items: number;
  readonly withoutAuthority: number;
}

export type MovedHearing = Pick<Hearing, 'status' | 'noticedAt' | 'startsAt' | 'endsAt'>;

/**
 * The hearing as a move leaves it.
 *
 * @throws DomainError 422 when the move itself lacks something, 409 when it is illegal from here or the hearing
 *   is not ready for it
 */
export function moved(hearing: Hearing, move: Move, agenda: AgendaFacts, now: Date): MovedHearing {
  assertComplete(move);
  if (move.from !== undefined && move.from !== hearing.status) throw statusMoved(move.from, hearing.status);
  if (!MOVES[hearing.status].includes(move.to)) throw statusIllegal(hearing.status, move.to);
  if (move.to === 'noticed') assertNoticeable(hearing, agenda, now);
  if (hearing.status === 'postponed' && move.to === 'noticed') assertAhead(hearing, now);
  if (hearing.status !== 'recessed' && move.to === 'in_session') assertItsDay(hearing, now);
  return {
    status: move.to,
    noticedAt: hearing.noticedAt ?? (move.to === 'noticed' ? now : null),
    ...timesOf(hearing, move),
  };
}

/** The shortest legal way, without its start; null where there is none. Asides need words and are no way. */
export function wayBetween(from: HearingStatus, to: HearingStatus): HearingStatus[] | null {
  const way: HearingStatus[] = [];
  for (let at = from; at !== to && way.length < HEARING_STATUSES.length;) {
    const [next] = MOVES[at];
    if (next === undefined || NEEDS_REASON.includes(next)) return null;
    way.push(next);
    at = next;
  }
  return way.at(-1) === to || from === to ? way : null;
}

function assertComplete({ to, reason, startsAt, endsAt }: Move): void {
  if (NEEDS_REASON.includes(to) && reason === null) {
    throw broken('REASON_REQUIRED', '/reason', `To be ${to}, a hearing needs a reason.`);
  }
  if (to === 'rescheduled') {
    if (startsAt === null) throw broken('START_REQUIRED', '/startsAt', 'Say when it is to start now.');
    if (endsAt !== null && endsAt < startsAt) {
      throw broken('ENDS_BEFORE_START', '/endsAt', 'A hearing ends no earlier than it starts.');
    }
    return;
  }
  const given = startsAt !== null ? '/startsAt' : endsAt !== null ? '/endsAt' : null;
  if (given) throw broken('TIME_NOT_TAKEN', given, 'Only a rescheduled hearing gets another time.');
}

/** A hearing that already began is taken over from elsewhere: it tells nobody where to come. */
function assertNoticeable(hearing: Hearing, { items, withoutAuthority }: AgendaFacts, now: Date): void {
  if (hearing.kind === 'closed_session' && withoutAuthority > 0) {
    throw notReady(
      'NOTICE_NEEDS_AUTHORITY',
      'Each item of a closed session cites the law that lets it be closed.',
    );
  }
  if (hearing.startsAt <= now) return;
  if (items === 0) {
    throw notReady('NOTICE_NEEDS_AGENDA', 'A notice tells what is to be heard: add an agenda item.');
  }
  if (isOpen(hearing.kind) && hearing.venueName === null) {
    throw notReady('NOTICE_NEEDS_VENUE', 'A notice tells the public where to come: name the venue.');
  }
}

/** Nobody can come to what was to begin while it was off. */
function assertAhead({ startsAt }: Hearing, now: Date): void {
  if (startsAt > now) return;
  throw notReady('START_HAS_PASSED', 'It was to start before now: reschedule it instead.');
}

/** A slip of the hand a week before would tell the public that they have missed it. */
function assertItsDay({ startsAt, timeZone }: Hearing, now: Date): void {
  if (startOfDay(localDateOf(instantOf(startsAt), timeZone), timeZone).epochMilliseconds <= now.getTime())
    return;
  throw notReady(
    'NOT_YET',
    'A hearing is opened no earlier than on the day it is to start, in its time zone.',
  );
}

function timesOf(hearing: Hearing, { startsAt, endsAt }: Move): Pick<Hearing, 'startsAt' | 'endsAt'> {
  if (startsAt === null) return { startsAt: hearing.startsAt, endsAt: hearing.endsAt };
  const length = hearing.endsAt && hearing.endsAt.getTime() - hearing.startsAt.getTime();
  return { startsAt, endsAt: endsAt ?? (length === null ? null : new Date(startsAt.getTime() + length)) };
}
