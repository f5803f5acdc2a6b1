import type { Moment, Segment } from './timeline.js';

/** Quorum was made or lost at a moment. */
export interface QuorumChange {
  readonly at: Moment;
  readonly change: 'made' | 'lost';
  /** Whose coming made it or whose going lost it; nobody's where the number needed changed. */
  readonly by: readonly string[];
  /** Whether business was being done: then nothing but a recess or an adjournment can be voted on until it is regained. */
  readonly inSession: boolean;
}

/** When quorum was made and lost, and by whom. */
export function quorumChangesOf(timeline: readonly Segment[]): QuorumChange[] {
  return timeline.flatMap((segment, index) => {
    const before = timeline[index - 1];
    if (segment.quorum === (before?.quorum ?? false)) return [];
    const earlier = before?.counted ?? [];
    const by = segment.quorum ? without(segment.counted, earlier) : without(earlier, segment.counted);
    return [
      {
        at: segment.from,
        change: segment.quorum ? ('made' as const) : ('lost' as const),
        by,
        inSession: segment.inSession,
      },
    ];
  });
}

/** The moments at which a change of the record leaves the commission in session without a quorum that it had before. */
export function newlyLost(before: readonly Segment[], after: readonly Segment[]): Moment[] {
  const known = new Set(lostInSession(before));
  return lostInSession(after).filter((at) => !known.has(at));
}

function lostInSession(timeline: readonly Segment[]): Moment[] {
  return quorumChangesOf(timeline).flatMap(({ at, change, inSession }) =>
    change === 'lost' && inSession ? [at] : [],
  );
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  return ids.filter((id) => !others.includes(id));
}
