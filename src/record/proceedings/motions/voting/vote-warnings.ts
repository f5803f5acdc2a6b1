import type { Warning } from '#src/record/hearings/index.js';
import { type MotionKind, needsQuorum } from '../motion-kind.js';
import type { RoomThen } from '../room-then.js';
import { type NamedVote, recusedIn } from './roll-call.policy.js';
import { outcomeOf, type Question, tallyOf } from './vote-policy.js';

/** A roll call that was taken, and what came of it. */
export interface TakenVote extends Question {
  readonly kind: MotionKind;
  readonly outcome: 'carried' | 'lost';
  /** In the order in which the motion is answered. */
  readonly votes: readonly NamedVote[];
}

const DETAILS = {
  VOTE_WITHOUT_QUORUM: 'As the roll stands now, there was no quorum when the vote was taken.',
  VOTE_OUTSIDE_SESSION: 'As the sessions stand now, none was open when the vote was taken, or not this one.',
  OUTCOME_DIFFERS: 'As the bench stands now, the votes come to another outcome.',
  VOTE_MISSING: 'As the bench stands now, somebody on it was not called.',
  VOTER_NOT_A_MEMBER: 'As the bench stands now, they had no seat on it that day.',
  VOTER_RECUSED: 'As the recusals stand now, they had stepped back from the matter.',
  VOTER_ABSENT: 'As the roll stands now, they were not there when they voted.',
  VOTER_PRESENT: 'As the roll stands now, they were there when they were called as absent.',
} as const;

/**
 * What a recorded vote stands on can be corrected after it: the roll, a session, a seat, a recusal. The vote stays as it
 * was taken; these say what would refuse it now.
 */
export function warningsOfVote(vote: TakenVote, room: RoomThen): Warning[] {
  const { kind, votes, outcome } = vote;
  const codes: [code: keyof typeof DETAILS, pointer: string][] = [];
  if (needsQuorum(kind) && !room.hasQuorum(recusedIn(votes, room)))
    codes.push(['VOTE_WITHOUT_QUORUM', '/votedAt']);
  if (room.hasSessions && room.session === null) codes.push(['VOTE_OUTSIDE_SESSION', '/sessionId']);
  if (outcomeOf(vote, tallyOf(votes), room.house) !== outcome) codes.push(['OUTCOME_DIFFERS', '/outcome']);
  const named = new Set(votes.map(({ personId }) => personId));
  if ([...room.bench].some((personId) => !named.has(personId))) codes.push(['VOTE_MISSING', '/votes']);
  for (const [index, { personId, choice }] of votes.entries()) {
    const isThere = room.standing.counted.includes(personId);
    const pointer = `/votes/${index}`;
    if (!room.bench.has(personId)) codes.push(['VOTER_NOT_A_MEMBER', pointer]);
    else if (choice === 'absent') {
      if (isThere) codes.push(['VOTER_PRESENT', pointer]);
    } else if (room.recused.has(personId)) {
      if (choice !== 'recused') codes.push(['VOTER_RECUSED', pointer]);
    } else if (!isThere) codes.push(['VOTER_ABSENT', pointer]);
  }
  return codes.map(([code, pointer]) => ({ code, pointer, detail: DETAILS[code] }));
}
