/** A moment, in milliseconds since 1970. */
export type Moment = number;

/** From a moment on and before another: half-open, so that who goes and comes back in the same instant was never away. */
export interface Span {
  readonly from: Moment;
  /** null: it has no end yet. */
  readonly until: Moment | null;
}

export interface Presence extends Span {
  readonly personId: string;
}

/** How many there must be, from when to when: the number may be another after midnight. */
export interface Requirement extends Span {
  readonly needed: number;
}

export interface Sitting {
  readonly presences: readonly Presence[];
  /** Who is a voting member, and when. */
  readonly bench: readonly Presence[];
  readonly requirements: readonly Requirement[];
  /** The parts of the day in which business is done. */
  readonly sessions: readonly Span[];
}

/** Who is there at one moment. */
export interface Standing {
  /** In the order of their ids. */
  readonly present: readonly string[];
  /** Those of them who count: voting members, without those who are recused. */
  readonly counted: readonly string[];
  readonly needed: number;
  readonly quorum: boolean;
  readonly inSession: boolean;
}

export interface Segment extends Standing, Span {}

/** Who is there at a moment. Whoever is recused from a vote is there, and does not count towards its quorum. */
export function standingAt(sitting: Sitting, at: Moment, recused: ReadonlySet<string> = new Set()): Standing {
  const present = [
    ...new Set(sitting.presences.filter(covers(at)).map(({ personId }) => personId)),
  ].toSorted();
  const members = new Set(sitting.bench.filter(covers(at)).map(({ personId }) => personId));
  const counted = present.filter((id) => members.has(id) && !recused.has(id));
  const needed = sitting.requirements.find(covers(at))?.needed ?? 0;
  return {
    present,
    counted,
    needed,
    // Where nothing says how many there must be, nobody can say that there are enough.
    quorum: needed > 0 && counted.length >= needed,
    inSession: sitting.sessions.some(covers(at)),
  };
}

/**
 * The sitting from the first that comes or opens to the last that ends, in segments without gap or overlap, each as
 * long as nothing changes.
 */
export function timelineOf(sitting: Sitting): Segment[] {
  const bounds = boundsOf(sitting);
  const segments: Segment[] = [];
  for (const [index, from] of bounds.entries()) {
    const until = bounds[index + 1] ?? null;
    if (until === null && !isOpen(sitting)) break;
    const standing = standingAt(sitting, from);
    const last = segments.at(-1);
    if (last && isSame(last, standing)) segments[segments.length - 1] = { ...last, until };
    else segments.push({ from, until, ...standing });
  }
  return segments;
}

function covers(at: Moment): (span: Span) => boolean {
  return ({ from, until }) => from <= at && (until === null || at < until);
}

/** Every moment at which something may change, within the sitting. */
function boundsOf({ presences, bench, requirements, sessions }: Sitting): Moment[] {
  const own = [...presences, ...sessions].filter(hasLength);
  if (own.length === 0) return [];
  const first = Math.min(...own.map(({ from }) => from));
  const last = Math.max(...own.map(({ until }) => until ?? Infinity));
  const all = [...own, ...bench, ...requirements].flatMap(({ from, until }) => [from, until ?? Infinity]);
  return [...new Set(all)]
    .filter((bound) => bound >= first && bound <= last && bound !== Infinity)
    .toSorted((a, b) => a - b);
}

function isOpen({ presences, sessions }: Sitting): boolean {
  return [...presences, ...sessions].some(({ until }) => until === null);
}

function hasLength({ from, until }: Span): boolean {
  return until === null || from < until;
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.needed === b.needed &&
    a.quorum === b.quorum &&
    a.inSession === b.inSession &&
    a.present.join() === b.present.join() &&
    a.counted.join() === b.counted.join()
  );
}
