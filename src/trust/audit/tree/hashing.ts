import { hash } from 'node:crypto';

const sha256 = (data: Buffer | string): Buffer => hash('sha256', data, 'buffer');

/** RFC 6962 2.1: SHA-256(0x00 || data). */
export const leafHash = (data: string): Buffer => sha256(`\0${data}`);

/** One for all: a million of them are made in a row. */
const pair = Buffer.alloc(65, 1);

/** RFC 6962 2.1: SHA-256(0x01 || left || right), both of 32 bytes. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(pair, 1);
  right.copy(pair, 33);
  return sha256(pair);
}

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Buffer = sha256('');

/** The root over neighbouring trees of falling height, the largest (leftmost) first. */
export function foldRight(trees: readonly Buffer[]): Buffer {
  return trees.length === 0 ? EMPTY_ROOT : trees.reduceRight((right, left) => nodeHash(left, right));
}
