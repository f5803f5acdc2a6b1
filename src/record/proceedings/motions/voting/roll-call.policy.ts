import { DomainError, type FieldError } from '#src/foundation/common/index.js';
import type { Room } from '../motion.policy.js';
import type { VoteChoice } from './vote-policy.js';

export interface NamedVote {
  readonly personId: string;
  readonly choice: VoteChoice;
}

const DETAILS = {
  DUPLICATE: 'They are called once.',
  NOT_A_MEMBER: 'They have no seat on the bench that day.',
  VOTE_MISSING: 'Everybody on the bench is called; one is missing.',
  RECUSED: 'They stepped back from the matter: recused, and nothing else.',
  NOT_PRESENT: 'They are not there at that moment: absent.',
  IS_PRESENT: 'They are there: aye, no, abstain or recused.',
} as const;

type Complaint = keyof typeof DETAILS;

/**
 * A roll call names everybody on the bench once, and says of each what can be said: who is not there is absent, who
 * stepped back from the matter is recused. Who is there may step back at the table, without a recusal on record.
 *
 * @throws DomainError 422 with the code of the first complaint, and a pointer for each
 */
export function assertRollCall(votes: readonly NamedVote[], room: Room): void {
  const errors: FieldError[] = [];
  const complain = (code: Complaint, pointer: string) =>
    void errors.push({ pointer, code, detail: DETAILS[code] });
  const named = new Set<string>();
  for (const [index, { personId, choice }] of votes.entries()) {
    const who = `/votes/${index}/personId`;
    if (named.has(personId)) complain('DUPLICATE', who);
    else if (!room.bench.has(personId)) complain('NOT_A_MEMBER', who);
    else {
      const wrong = complaintAbout(personId, choice, room);
      if (wrong) complain(wrong, `/votes/${index}/choice`);
    }
    named.add(personId);
  }
  for (const personId of room.bench) if (!named.has(personId)) complain('VOTE_MISSING', '/votes');
  const [first] = errors;
  if (first) throw new DomainError('rule', first.code, first.detail, { errors });
}

/** Whoever does not count towards the quorum of this vote. */
export function recusedIn(votes: readonly NamedVote[], { recused }: Room): ReadonlySet<string> {
  return new Set([
    ...recused,
    ...votes.filter(({ choice }) => choice === 'recused').map(({ personId }) => personId),
  ]);
}

function complaintAbout(personId: string, choice: VoteChoice, room: Room): Complaint | null {
  if (room.recused.has(personId)) return choice === 'recused' ? null : 'RECUSED';
  const isThere = room.standing.counted.includes(personId);
  if (isThere) return choice === 'absent' ? 'IS_PRESENT' : null;
  return choice === 'absent' ? null : 'NOT_PRESENT';
}
