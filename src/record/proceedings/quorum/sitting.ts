import type { BenchDay, Seat } from '#src/record/commission/index.js';
import { isOver } from './held.js';
import type { SittingRow } from './sitting-row.js';
import type { Moment, Presence, Requirement, Sitting } from './timeline.js';

/** One of the bench as the roll names them. */
export type Member = Pick<Seat, 'personId' | 'name' | 'role' | 'acting'>;

/** A hearing as it was attended, and the bench on its days. */
export interface Attended {
  readonly row: SittingRow;
  /** In their order; each lasts until the next, the last without end. */
  readonly days: readonly BenchDay[];
  readonly sitting: Sitting;
}

export function attended(row: SittingRow, days: readonly BenchDay[]): Attended {
  const end = endOf(row);
  const spans = days.map((day, index) => ({ day, from: day.from, until: days[index + 1]?.from ?? null }));
  return {
    row,
    days,
    sitting: {
      presences: row.presences.map(({ personId, arrivedAt, leftAt }) => ({
        personId,
        from: arrivedAt.getTime(),
        until: leftAt?.getTime() ?? (end !== null && end > arrivedAt.getTime() ? end : null),
      })),
      sessions: row.sessions.map(({ openedAt, adjournedAt }) => ({
        from: openedAt.getTime(),
        until: adjournedAt?.getTime() ?? null,
      })),
      bench: spans.flatMap(({ day, ...span }) =>
        day.members.map(({ personId }): Presence => ({ personId, ...span })),
      ),
      requirements: spans.map(({ day, ...span }): Requirement => ({ needed: day.quorum, ...span })),
    },
  };
}

/** The bench on the day of a moment. */
export function benchAt(days: readonly BenchDay[], at: Moment): BenchDay | undefined {
  return days.findLast(({ from }) => from <= at);
}

/** Everybody who sat on the bench on one of the days, once, as on the first of them. */
export function membersOf(days: readonly BenchDay[]): Member[] {
  const members = new Map<string, Member>();
  for (const { members: sitting } of days) {
    for (const member of sitting) if (!members.has(member.personId)) members.set(member.personId, member);
  }
  return [...members.values()];
}

/** Who was never seen to leave went home when the last session was adjourned. */
function endOf({ status, sessions, endsAt }: SittingRow): Moment | null {
  if (!isOver(status)) return null;
  const ends = sessions.map(({ adjournedAt }) => adjournedAt?.getTime() ?? null);
  if (ends.includes(null)) return null;
  const last = ends.filter((end) => end !== null);
  return last.length > 0 ? Math.max(...last) : (endsAt?.getTime() ?? null);
}
