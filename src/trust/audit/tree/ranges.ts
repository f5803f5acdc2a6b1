/** A complete tree of 2^level leaves, the `position`-th of its level. */
export interface Subtree {
  readonly level: number;
  readonly position: number;
}

/** Leaves from `start` up to but not including `end`. */
export type Range = readonly [start: number, end: number];

/** The complete trees that together are the tree over a range, largest first. A range of a proof starts where such a tree may. */
export function completeTrees(start: number, end: number): Subtree[] {
  const trees: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    trees.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return trees;
}

/** RFC 6962 2.1.1: whose roots prove that leaf `index` is in the tree of `size` leaves, the nearest first. */
export function inclusionPath(index: number, size: number): Range[] {
  return climb(index, [0, size]);
}

function climb(index: number, [start, end]: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...climb(index, [start, middle]), [middle, end]]
    : [...climb(index, [middle, end]), [start, middle]];
}

/** RFC 6962 2.1.2: whose roots prove that the tree of `size` leaves begins with that of `from` leaves, 0 < from <= size. */
export function consistencyPath(from: number, size: number): Range[] {
  return grow(from, [0, size], true);
}

/** `isKnown`: the verifier has the root of the old part itself. */
function grow(from: number, [start, end]: Range, isKnown: boolean): Range[] {
  if (from === end) return isKnown ? [] : [[start, end]];
  const middle = start + splitOf(end - start);
  return from <= middle
    ? [...grow(from, [start, middle], isKnown), [middle, end]]
    : [...grow(from, [middle, end], false), [start, middle]];
}

/** The largest power of two smaller than `count`. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}
