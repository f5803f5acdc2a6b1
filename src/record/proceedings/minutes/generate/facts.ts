import type { HearingKind } from '#src/record/hearings/index.js';
import type { MotionOutcome } from '../../motions/motion-kind.js';
import type { VoteChoice } from '../../motions/voting/vote-policy.js';

/** What was recorded of a hearing, as far as the minutes that are made of it may tell. Nothing here is looked up again. */
export interface MinutesFacts {
  readonly commission: string;
  readonly hearing: HearingFact;
  readonly places: readonly PlaceFact[];
  readonly roll: readonly MemberFact[];
  readonly quorum: readonly QuorumFact[];
  /** How many made a quorum when the hearing began; null where nobody recorded who was there. */
  readonly quorumNeeded: number | null;
  readonly sessions: readonly SessionFact[];
  readonly steps: readonly StepFact[];
  readonly items: readonly ItemFact[];
  readonly witnesses: readonly WitnessFact[];
  readonly motions: readonly MotionFact[];
  readonly closedSessions: readonly ClosedSessionFact[];
}

export interface HearingFact {
  readonly kind: HearingKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly timeZone: string;
  readonly venueName: string | null;
  readonly venueAddress: string | null;
}

export interface PlaceFact {
  readonly kind: string;
  readonly name: string;
  readonly address: string | null;
}

export interface PresenceFact {
  readonly from: Date;
  readonly until: Date | null;
  readonly remote: boolean;
  /** Where somebody took part from. */
  readonly place: string | null;
}

/** Somebody with a seat on the bench. */
export interface MemberFact {
  readonly name: string;
  readonly role: string;
  /** Whether they only stand in for whoever is yet to be appointed. */
  readonly acting: boolean;
  /** In the order of time; none: absent. */
  readonly presences: readonly PresenceFact[];
}

export interface QuorumFact {
  readonly at: Date;
  readonly change: 'made' | 'lost';
  readonly by: readonly string[];
}

export interface SessionFact {
  readonly name: string;
  readonly openedAt: Date | null;
  readonly adjournedAt: Date | null;
}

/** A step of the hearing's status: `in_session`, `recessed`, `adjourned`. */
export interface StepFact {
  readonly to: string;
  readonly at: Date;
  readonly reason: string | null;
}

export interface ItemFact {
  readonly id: string;
  readonly title: string;
  readonly consent: boolean;
  readonly authority: string | null;
  readonly exceptionCitation: string | null;
  readonly exceptionReason: string | null;
}

export interface WitnessFact {
  readonly itemId: string | null;
  readonly name: string;
  readonly position: string | null;
  readonly organisation: string | null;
  readonly mode: 'in_person' | 'remote' | 'written';
  readonly oath: 'sworn' | 'affirmed' | null;
  readonly compelled: boolean;
}

export interface VoteFact {
  /** null where it may not be shown; the vote counts all the same. */
  readonly name: string | null;
  readonly choice: VoteChoice;
  /** What somebody is recused from; null where that may not be shown. */
  readonly matter: string | null;
}

export interface MotionFact {
  readonly itemId: string | null;
  readonly text: string;
  readonly mover: string | null;
  readonly seconder: string | null;
  readonly outcome: MotionOutcome;
  readonly withdrawnReason: string | null;
  readonly votes: readonly VoteFact[];
}

/** All that may be told in the open of a session behind closed doors. */
export interface ClosedSessionFact {
  readonly authority: string | null;
  readonly openedAt: Date | null;
  readonly adjournedAt: Date | null;
  readonly reportedOut: string | null;
}
