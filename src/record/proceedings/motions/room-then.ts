import { type Attended, benchAt } from '../quorum/sitting.js';
import type { SessionFact } from '../quorum/sitting-row.js';
import { standingAt } from '../quorum/timeline.js';
import { momentOf, type Room, sessionAt } from './motion.policy.js';
import type { House } from './voting/vote-policy.js';

/** Who is there at a moment and may take part, as the record has it now. */
export interface RoomThen extends Room {
  readonly session: SessionFact | null;
  readonly hasSessions: boolean;
  readonly house: House;
  /** Whether those who are there are enough, without some who step back. */
  hasQuorum(without: ReadonlySet<string>): boolean;
}

/** What was read of the hearing covers the day of the moment. */
export function roomOf(
  { row, days, sitting }: Attended,
  { sessionId, at, recused }: { sessionId: string | null; at: Date; recused: ReadonlySet<string> },
): RoomThen {
  const session = sessionAt(row.sessions, sessionId, at);
  const moment = momentOf(at, session);
  const day = benchAt(days, moment);
  return {
    session,
    hasSessions: row.sessions.length > 0 || sessionId !== null,
    house: { quorum: day?.quorum ?? 0, seats: day?.seats ?? 0 },
    recused,
    bench: new Set(day?.members.map(({ personId }) => personId)),
    standing: standingAt(sitting, moment),
    hasQuorum: (without) => standingAt(sitting, moment, without).quorum,
  };
}
