import type { LegalProfile, SeatCount } from '#src/record/commission/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import type { HearingKind } from '../hearing/hearing-kind.js';
import { lackOf } from './clock/finding-vote.js';
import { instantOf } from './clock/local-days.js';
import { isInTime, latestNotice } from './clock/notice-clock.js';
import { type MeetingCall, PROFILES } from './clock/notice-profile.js';
import { type Exception, isCall, isOff, type NoticeKind, type Vote } from './notice-kind.js';
import {
  exceptionNotTaken,
  exceptionRequired,
  findingNotTaken,
  findingRequired,
  noticeTooLate,
  voteMiscounted,
  voteShort,
} from './notice.errors.js';
import { momentIn } from './wording/notice-dates.js';

/** One notice, before anything is written of it. */
export interface Occasion {
  readonly kind: NoticeKind;
  readonly call: MeetingCall;
  readonly profile: LegalProfile;
  readonly hearing: Pick<Hearing, 'startsAt' | 'timeZone'>;
  readonly now: Date;
  readonly finding: string | null;
  readonly vote: Vote | null;
  /** Of the day of the hearing. */
  readonly bench: SeatCount;
  readonly exception: Exception | null;
  /** Why a change was made, where what was changed keeps its own reason: it stands for the exception. */
  readonly ground: string | null;
}

export interface Judgement {
  /** The deadline that counted; null: none did. */
  readonly dueAt: Date | null;
  readonly citation: string | null;
  readonly late: boolean;
}

const NO_CLOCK: Judgement = { dueAt: null, citation: null, late: false };

/** An interview is fieldwork with one stakeholder and no meeting of the body: no law of meetings sets it a clock. */
export function lawOf(kind: HearingKind, commissions: LegalProfile): LegalProfile {
  return kind === 'stakeholder_interview' ? 'none' : commissions;
}

/** Which notice a step of a hearing asks for; null where it asks for none. */
export function kindOfStep(
  before: Pick<Hearing, 'status' | 'noticedAt'>,
  after: Pick<Hearing, 'status'>,
): NoticeKind | null {
  if (after.status === 'noticed') return before.status === 'postponed' ? 'resumption' : 'regular';
  // Of a draft nobody was told.
  if (before.noticedAt === null) return null;
  if (after.status === 'postponed') return 'postponement';
  if (after.status === 'rescheduled') return 'rescheduling';
  return after.status === 'cancelled' ? 'cancellation' : null;
}

/** Whether somebody still relies on what a notice said of it. */
export function isAwaited({ status, startsAt }: Pick<Hearing, 'status' | 'startsAt'>, now: Date): boolean {
  return (status === 'noticed' || status === 'rescheduled') && startsAt > now;
}

/**
 * Whether a notice is in time, or late under an exception. A hearing that has begun is taken over from elsewhere, and
 * what is off calls nobody: there no clock runs.
 *
 * @throws DomainError 409 NOTICE_TOO_LATE; 422 FINDING_REQUIRED, VOTE_SHORT, VOTE_MISCOUNTED,
 * EXCEPTION_REQUIRED, EXCEPTION_NOT_TAKEN
 */
export function judged(occasion: Occasion): Judgement {
  assertFinding(occasion);
  const { kind, call, profile, hearing, now, exception } = occasion;
  const isExcused = exception !== null || (kind === 'change' && occasion.ground !== null);
  if (isOff(kind) || hearing.startsAt <= now) return withoutClock(exception);
  if (kind === 'change' && !isExcused) throw exceptionRequired(PROFILES[profile].additions);

  const start = instantOf(hearing.startsAt);
  const latest = latestNotice(profile, call, start, hearing.timeZone);
  if (!latest) return kind === 'change' ? NO_CLOCK : withoutClock(exception);
  const late = !isInTime(profile, call, start, hearing.timeZone, instantOf(now));
  const dueAt = new Date(latest.at.epochMilliseconds);
  const { citation } = latest.rule;
  if (late && !isExcused) throw noticeTooLate(momentIn(hearing.timeZone, dueAt), citation);
  if (!late && kind !== 'change') withoutClock(exception);
  return { dueAt, citation, late };
}

function withoutClock(exception: Exception | null): Judgement {
  if (exception) throw exceptionNotTaken();
  return NO_CLOCK;
}

function assertFinding({ kind, call, profile, finding, vote, bench }: Occasion): void {
  if (!isCall(kind) || kind === 'regular') {
    if (finding !== null || vote !== null) throw findingNotTaken();
    return;
  }
  const rule = PROFILES[profile].rules?.[call];
  if (finding === null && (vote !== null || rule?.finding)) {
    throw findingRequired(rule?.citation ?? 'by its own rules');
  }
  if (!vote) return;
  if (vote.present !== undefined && vote.present < vote.ayes + vote.noes) throw voteMiscounted();
  if (!rule?.finding) return;
  const lack = lackOf(rule.finding, vote, bench);
  if (lack !== null) throw voteShort(lack);
}
