import { diffArrays } from 'diff';

export type SegmentKind = 'same' | 'added' | 'removed';

export interface Segment {
  kind: SegmentKind;
  text: string;
}

export interface Comparison {
  segments: Segment[];
  /** Some of what changed is told line by line, or as a whole: it was too much to find the words. */
  coarse: boolean;
}

export interface CompareLimits {
  /** How many lines may differ. */
  readonly lines: number;
  /** How many words may differ in one place. */
  readonly words: number;
  /** Steps in all; a place with d differing words takes about d * d. */
  readonly steps: number;
}

/**
 * Counts and no clock, so that the same two texts always compare alike. Two of the greatest length with nothing in common
 * take 0.2 s of a processor; minutes of three hundred rewritten lines are still told word by word.
 */
const LIMITS: CompareLimits = { lines: 700, words: 600, steps: 1_000_000 };

const LINES = /[^\n]*\n|[^\n]+/g;
/** A word or a sign, with the space behind it: spaces of their own would be "the same" between words that all differ. */
const WORDS = /(?:[\p{L}\p{M}\p{N}_'’-]+|[^\p{L}\p{M}\p{N}_'’-])\s*/gu;

/** What became of a text, word by word: `same` and `removed` together are the first text, `same` and `added` the second. */
export function compareTexts(from: string, to: string, limits = LIMITS): Comparison {
  const comparison: Comparison = { segments: [], coarse: false };
  let steps = limits.steps;
  for (const place of placesOf(from, to, limits.lines)) {
    if (typeof place === 'string') {
      push(comparison.segments, 'same', place);
      continue;
    }
    const words = wordsOf(place, Math.min(limits.words, Math.sqrt(Math.max(steps, 0))));
    steps -= words.steps;
    if (!words.segments) comparison.coarse = true;
    for (const { kind, text } of words.segments ?? whole(place)) push(comparison.segments, kind, text);
  }
  return comparison;
}

interface Changed {
  readonly removed: string;
  readonly added: string;
}

/** The lines that are the same, and between them the places that are not. */
function placesOf(from: string, to: string, limit: number): (string | Changed)[] {
  const lines = diffArrays(tokens(from, LINES), tokens(to, LINES), { maxEditLength: limit });
  if (!lines) return ends(from, to);
  const places: (string | Changed)[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed + added !== '') places.push({ removed, added });
    removed = added = '';
  };
  for (const { value, added: isAdded, removed: isRemoved } of lines) {
    if (isAdded) added += value.join('');
    else if (isRemoved) removed += value.join('');
    else {
      flush();
      places.push(value.join(''));
    }
  }
  flush();
  return places;
}

/** Where too many lines differ to pair them, the two ends may still be the same. */
function ends(from: string, to: string): (string | Changed)[] {
  const a = tokens(from, LINES);
  const b = tokens(to, LINES);
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = (lines: string[]) => lines.slice(head, lines.length - tail).join('');
  return [
    a.slice(0, head).join(''),
    { removed: middle(a), added: middle(b) },
    a.slice(a.length - tail).join(''),
  ];
}

function wordsOf({ removed, added }: Changed, limit: number): { segments: Segment[] | null; steps: number } {
  if (removed === '' || added === '') return { segments: whole({ removed, added }), steps: 0 };
  const a = tokens(removed, WORDS);
  const b = tokens(added, WORDS);
  const changes = diffArrays(a, b, { maxEditLength: Math.floor(limit) });
  if (!changes) return { segments: null, steps: limit * limit };
  const differing = changes.reduce(
    (sum, { added: is, removed: was, count }) => sum + (is || was ? count : 0),
    0,
  );
  return {
    segments: changes.map(({ value, added: is, removed: was }) => ({
      kind: is ? 'added' : was ? 'removed' : 'same',
      text: value.join(''),
    })),
    steps: differing * differing,
  };
}

const whole = ({ removed, added }: Changed): Segment[] => [
  { kind: 'removed', text: removed },
  { kind: 'added', text: added },
];

function push(segments: Segment[], kind: SegmentKind, text: string): void {
  if (text === '') return;
  const last = segments.at(-1);
  if (last?.kind === kind) last.text += text;
  else segments.push({ kind, text });
}

const tokens = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];
