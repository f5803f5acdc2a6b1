// node docs/verify-proof.mjs proof.json: checks a proof of the log, of inclusion (RFC 9162 2.1.3.2) or of consistency
// (2.1.4.2). Node.js alone: nothing of Hearth is in it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (prefix, ...parts) => {
  const hash = createHash('sha256').update(Buffer.of(prefix));
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const node = (left, right) => sha256(1, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** RFC 8785: members in the order of their names, no spaces; JSON.stringify writes the rest as the RFC has it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** From a hash at `position` up to the root: [root over what is left of it, root over all]. */
function climb(position, last, path, hash) {
  let [old, whole] = [hash, hash];
  for (const next of path) {
    if (last === 0) return [];
    if (position % 2 === 1 || position === last) {
      [old, whole] = [node(next, old), node(next, whole)];
      while (position % 2 === 0 && position > 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else whole = node(whole, next);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? [old, whole] : [];
}

export function isIncluded({ leaf, index, size, path, root }) {
  if (leaf.position !== index || index >= size) return false;
  return climb(index, size - 1, path, sha256(0, canonical(leaf)))[1] === root;
}

export function isConsistent({ from, size, path, fromRoot, root }) {
  if (from === size) return path.length === 0 && fromRoot === root;
  let [position, last] = [from - 1, size - 1];
  while (position % 2 === 1) [position, last] = [(position - 1) / 2, Math.floor(last / 2)];
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...path] : path;
  const [old, whole] = climb(position, last, rest, first);
  return old === fromRoot && whole === root;
}

if (process.argv[1] === import.meta.filename) {
  const proof = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
  const isRight = 'leaf' in proof ? isIncluded(proof) : isConsistent(proof);
  process.stdout.write(isRight ? 'proved\n' : 'NOT proved\n');
  process.exitCode = isRight ? 0 : 1;
}
