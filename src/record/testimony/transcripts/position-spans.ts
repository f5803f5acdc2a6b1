import type { SpokenLine } from '#src/holdings/search/index.js';

/** Where in a recording somebody spoke for or against. */
export interface PositionSpan {
  start: number;
  end: number;
  position: string;
}

export type TimedLine = Omit<SpokenLine, 'positions'> & { readonly end: number };

/** Gives each line the positions of the spans it is said in. Both must be ordered by their start. */
export function markPositions(lines: readonly TimedLine[], spans: readonly PositionSpan[]): SpokenLine[] {
  let next = 0;
  let open: PositionSpan[] = [];
  return lines.map(({ number, start, end, text, speaker }) => {
    for (let span = spans[next]; span && span.start < end; span = spans[next]) {
      open.push(span);
      next += 1;
    }
    open = open.filter((span) => span.end > start);
    const positions = [...new Set(open.filter((span) => span.start < end).map((span) => span.position))];
    return { number, start, text, speaker, positions };
  });
}
