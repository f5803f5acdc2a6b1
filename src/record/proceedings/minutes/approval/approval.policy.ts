import type { HearingKind, HearingStatus } from '#src/record/hearings/index.js';
import type { MotionKind, MotionOutcome } from '../../motions/motion-kind.js';
import { hasBegun } from '../../quorum/held.js';
import type { MinutesBook, MinutesStatus } from '../minutes-words.js';
import { mainBookOf } from '../minutes.policy.js';
import {
  alreadyApproved,
  approvalNotNoticed,
  approvalNotOpen,
  approvedTooEarly,
  minutesOutdated,
  motionElsewhere,
  motionNotCarried,
  motionOfOtherKind,
  sessionNotOpened,
} from './approval.errors.js';

/** Where and by what a version is to be approved. */
export interface Approval {
  readonly hearing: ApprovingHearing;
  readonly sessionId: string;
  readonly session: ApprovingSession;
  readonly motion: ApprovingMotion;
}

export interface ApprovingHearing {
  readonly kind: HearingKind;
  readonly status: HearingStatus;
  readonly noticedAt: Date | null;
  readonly startsAt: Date;
}

export interface ApprovingSession {
  readonly closed: boolean;
  readonly openedAt: Date | null;
}

export interface ApprovingMotion {
  readonly kind: MotionKind;
  readonly outcome: MotionOutcome;
  readonly sessionId: string | null;
  readonly votedAt: Date | null;
  readonly closed: boolean;
}

/** @throws DomainError 409 unless this version may still be approved */
export function assertApprovable(
  minutes: { status: MinutesStatus; version: number },
  approvedNow: { version: number } | null,
): void {
  if (minutes.status !== 'draft') throw alreadyApproved();
  if (approvedNow !== null && approvedNow.version > minutes.version) throw minutesOutdated();
}

/**
 * When the commission approved it. The open book is approved in the open; the closed one may be approved behind closed
 * doors.
 *
 * @throws DomainError 409, with a code for each thing that is missing
 */
export function momentOfApproval(
  of: { book: MinutesBook; startsAt: Date },
  { hearing, sessionId, session, motion }: Approval,
): Date {
  if (hearing.noticedAt === null || !hasBegun(hearing.status)) throw approvalNotNoticed();
  if (hearing.startsAt < of.startsAt) throw approvedTooEarly();
  if (of.book === 'open' && (mainBookOf(hearing.kind) === 'closed' || session.closed || motion.closed)) {
    throw approvalNotOpen();
  }
  if (session.openedAt === null) throw sessionNotOpened();
  if (motion.sessionId !== sessionId) throw motionElsewhere();
  if (motion.kind !== 'approve_minutes') throw motionOfOtherKind();
  if (motion.outcome !== 'carried' || motion.votedAt === null) throw motionNotCarried();
  return motion.votedAt;
}
