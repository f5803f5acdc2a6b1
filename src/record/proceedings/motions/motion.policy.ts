import type { HearingKind, HearingStatus } from '#src/record/hearings/index.js';
import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import { mainBookOf } from '../minutes/minutes.policy.js';
import type { MinutesBook } from '../minutes/minutes-words.js';
import { assertPast, hasBegun } from '../quorum/held.js';
import type { SessionFact } from '../quorum/sitting-row.js';
import type { Standing } from '../quorum/timeline.js';
import {
  hearingNotInSession,
  notOnBench,
  notPresent,
  recused as recusedError,
  samePerson,
  sessionNotOpen,
} from './motions.errors.js';

/** As its agenda item and its session; how far that goes at most, the hearing says. */
export function labelOfMotion(
  closed: boolean,
  matterId: string | null,
): OwnLabel & { matterId: string | null } {
  return { ...ordinary(closed ? 'chamber' : 'public'), matterId };
}

/** The minute book that tells of it. */
export function bookOf(kind: HearingKind, { ownAudience }: Pick<OwnLabel, 'ownAudience'>): MinutesBook {
  return ownAudience === 'public' ? mainBookOf(kind) : 'closed';
}

/** Who may move and second: two who sit on the bench, are there and did not step back from the matter. */
export function assertMovers(
  movers: { readonly movedBy: string; readonly secondedBy: string | null; readonly movedAt: Date },
  { bench, standing, recused }: Room,
): void {
  assertPast(movers.movedAt, '/movedAt');
  for (const name of ['movedBy', 'secondedBy'] as const) {
    const id = movers[name];
    if (id === null) continue;
    if (!bench.has(id)) throw notOnBench(`/${name}`);
    if (!standing.counted.includes(id)) throw notPresent(`/${name}`);
    if (recused.has(id)) throw recusedError(`/${name}`);
  }
  if (movers.movedBy === movers.secondedBy) throw samePerson();
}

export interface Room {
  readonly bench: ReadonlySet<string>;
  readonly standing: Standing;
  readonly recused: ReadonlySet<string>;
}

export function assertInSession(status: HearingStatus): void {
  if (!hasBegun(status)) throw hearingNotInSession(status);
}

/** The session in which something is done: the one that is named, else the one that is open then, the last opened first. */
export function sessionAt(
  sessions: readonly SessionFact[],
  sessionId: string | null,
  at: Date,
): SessionFact | null {
  const open = sessions.filter(
    ({ openedAt, adjournedAt }) => openedAt <= at && (adjournedAt === null || at <= adjournedAt),
  );
  return (sessionId === null ? open.at(-1) : open.find(({ id }) => id === sessionId)) ?? null;
}

/** A hearing that has no session at all is one sitting; of one that has some, one must be open. */
export function assertSessionOpen(session: SessionFact | null, hasSessions: boolean): void {
  if (hasSessions && session === null) throw sessionNotOpen();
}

/** The vote that ends a session is taken before its end, though both bear the same minute. */
export function momentOf(at: Date, session: SessionFact | null): number {
  return session?.adjournedAt?.getTime() === at.getTime() ? at.getTime() - 1 : at.getTime();
}
