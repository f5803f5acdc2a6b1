import { foldRight, nodeHash } from './hashing.js';
import { completeTrees, type Subtree } from './ranges.js';

/** How many levels lie between two that are stored. */
export const STEP = 8;

/** The right edge of a growing tree: all that is needed to add leaves and to know the root, O(log n) hashes. */
export class Frontier {
  /** Complete trees of falling height. */
  private readonly trees: Buffer[];
  private count: number;

  /** `trees` are the hashes of `completeTrees(0, size)`. */
  constructor(size = 0, trees: readonly Buffer[] = []) {
    if (trees.length !== completeTrees(0, size).length)
      throw new Error('the right edge does not fit the size');
    this.count = size;
    this.trees = [...trees];
  }

  get size(): number {
    return this.count;
  }

  get root(): Buffer {
    return foldRight(this.trees);
  }

  /** Adds a leaf; `completed` is told of each complete tree of a stored level that it closes. */
  push(leaf: Buffer, completed?: (subtree: Subtree, hash: Buffer) => void): void {
    let hash = leaf;
    let position = this.count;
    for (let level = 1; position % 2 === 1; level += 1) {
      hash = nodeHash(this.trees.pop()!, hash);
      position = (position - 1) / 2;
      if (level % STEP === 0) completed?.({ level, position }, hash);
    }
    this.trees.push(hash);
    this.count += 1;
  }
}
