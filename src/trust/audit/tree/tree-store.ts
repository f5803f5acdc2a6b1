import type { RoleQuery } from '#src/foundation/database/index.js';
import { STEP, Frontier } from './frontier.js';
import { foldRight, nodeHash } from './hashing.js';
import { completeTrees, type Range, type Subtree } from './ranges.js';

/** The stored tree: leaves, and the hashes of each eighth level above them. */
export class TreeStore {
  constructor(private readonly query: RoleQuery) {}

  /** The right edge of the tree as it was with `size` leaves. */
  async frontier(size: number): Promise<Frontier> {
    const trees: Buffer[] = [];
    for (const subtree of completeTrees(0, size)) trees.push(await this.hashOf(subtree));
    return new Frontier(size, trees);
  }

  /** The root over a range of leaves that starts where a tree of its length may. */
  async rootOf([start, end]: Range): Promise<Buffer> {
    const trees: Buffer[] = [];
    for (const subtree of completeTrees(start, end)) trees.push(await this.hashOf(subtree));
    return foldRight(trees);
  }

  async rootsOf(ranges: readonly Range[]): Promise<Buffer[]> {
    const roots: Buffer[] = [];
    for (const range of ranges) roots.push(await this.rootOf(range));
    return roots;
  }

  private async hashOf({ level, position }: Subtree): Promise<Buffer> {
    const base = level - (level % STEP);
    const count = 2 ** (level - base);
    let hashes = await this.stored(base, position * count, count);
    while (hashes.length > 1) {
      hashes = Array.from({ length: hashes.length / 2 }, (_, i) =>
        nodeHash(hashes[2 * i]!, hashes[2 * i + 1]!),
      );
    }
    return hashes[0]!;
  }

  private async stored(level: number, first: number, count: number): Promise<Buffer[]> {
    const end = first + count;
    const rows =
      level === 0
        ? await this.query<{ hash: Buffer }>(
            'select hash from audit.leaf where position >= $1 and position < $2 order by position',
            [first, end],
            'audit.leaves',
          )
        : await this.query<{ hash: Buffer }>(
            `select hash from audit.subtree where level = $1 and position >= $2 and position < $3 order by position`,
            [level, first, end],
            'audit.subtrees',
          );
    if (rows.length !== count)
      throw new Error(`the log's tree lacks hashes of level ${level} from ${first} on`);
    return rows.map(({ hash }) => hash);
  }
}
