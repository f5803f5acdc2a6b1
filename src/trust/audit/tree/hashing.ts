import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (first: Buffer, second: Buffer | string, third?: Buffer): Buffer => {
  const hash = createHash('sha256').update(first).update(second);
  return (third ? hash.update(third) : hash).digest();
};

/** RFC 6962 2.1: SHA-256(0x00 || data). */
export const leafHash = (data: string): Buffer => sha256(LEAF, data);

/** RFC 6962 2.1: SHA-256(0x01 || left || right). */
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

/** The root over neighbouring trees of falling height, the largest (leftmost) first. */
export function foldRight(trees: readonly Buffer[]): Buffer {
  return trees.length === 0 ? EMPTY_ROOT : trees.reduceRight((right, left) => nodeHash(left, right));
}
