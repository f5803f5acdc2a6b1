import type { Step } from '../query/lexemes.js';

/** The lines of a passage that a term, or a search, spans; the first is 0. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Where in a passage the words stand: lexeme -> its positions; and how many positions there are up to each line's end. */
export interface Spots {
  readonly positions: Readonly<Record<string, readonly number[]>>;
  readonly lineEnds: readonly number[];
}

/** Every place where the steps of a term follow each other as they should. */
export function occurrencesOf(steps: readonly Step[], spots: Spots): Run[] {
  let ends = positionsOf(steps[0], spots).map((position) => ({ from: position, to: position }));
  for (const step of steps.slice(1)) {
    const here = new Set(positionsOf(step, spots));
    ends = ends.flatMap(({ from, to }) => (here.has(to + step.after) ? [{ from, to: to + step.after }] : []));
  }
  const seen = new Set<string>();
  return ends
    .map(({ from, to }) => ({ first: lineOf(from, spots.lineEnds), last: lineOf(to, spots.lineEnds) }))
    .filter(({ first, last }) => {
      const key = `${first} ${last}`;
      return !seen.has(key) && seen.add(key);
    });
}

/**
 * The shortest run of lines that holds an occurrence of every term, the earliest of equals; null when some term
 * has none left.
 */
export function shortestRun(terms: readonly (readonly Run[])[]): Run | null {
  let best: Run | null = null;
  const starts = [...new Set(terms.flatMap((runs) => runs.map((run) => run.first)))];
  for (const start of starts.toSorted((a, b) => a - b)) {
    let last = start;
    for (const runs of terms) {
      const nearest = Math.min(...runs.filter((run) => run.first >= start).map((run) => run.last));
      last = Math.max(last, nearest);
    }
    if (Number.isFinite(last) && (best === null || last - start < best.last - best.first)) {
      best = { first: start, last };
    }
  }
  return best;
}

function positionsOf(step: Step | undefined, { positions }: Spots): number[] {
  if (!step) return [];
  if (!step.prefix) return [...(positions[step.lexeme] ?? [])];
  return Object.keys(positions)
    .filter((lexeme) => lexeme.startsWith(step.lexeme))
    .flatMap((lexeme) => positions[lexeme] ?? [])
    .toSorted((a, b) => a - b);
}

function lineOf(position: number, lineEnds: readonly number[]): number {
  const line = lineEnds.findIndex((end) => position <= end);
  return line === -1 ? lineEnds.length - 1 : line;
}
