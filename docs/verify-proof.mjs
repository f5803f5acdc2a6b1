// node docs/verify-proof.mjs proof.json: checks an inclusion or consistency proof of the log as RFC 9162 2.1.3.2 and
// 2.1.4.2 say. Node.js alone: nothing of Hearth is in it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const bytes = (hex) => Buffer.from(hex, 'hex');
const node = (left, right) => sha256(Buffer.of(1), bytes(left), bytes(right));
// RFC 8785, for values without numbers that JSON.stringify writes otherwise (it writes all as the RFC wants them)
const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical)}]`
    : value && typeof value === 'object'
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`
      : JSON.stringify(value);

/** Whether a path leads from the root of `from` leaves (or from a leaf: `index`) to that of `size`. */
function climb(position, last, path, [low, high], isConsistency) {
  for (const hash of path) {
    if (last === 0) return [];
    if (position % 2 === 1 || position === last) {
      [low, high] = [isConsistency ? node(hash, low) : low, node(hash, high)];
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else high = node(high, hash);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 ? [low, high] : [];
}

export function isIncluded({ leaf, index, size, path, root }) {
  const hash = sha256(Buffer.of(0), canonical(leaf));
  return (
    leaf.position === index && index < size && climb(index, size - 1, path, [hash, hash], false)[1] === root
  );
}

export function isConsistent({ from, size, path, fromRoot, root }) {
  if (from === size) return path.length === 0 && fromRoot === root;
  let [position, last] = [from - 1, size - 1];
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...path] : path;
  const [low, high] = climb(position, last, rest, [first, first], true);
  return low === fromRoot && high === root;
}

if (process.argv[1] === import.meta.filename) {
  const proof = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
  const isRight = 'leaf' in proof ? isIncluded(proof) : isConsistent(proof);
  console.log(isRight ? 'proved' : 'NOT proved');
  process.exitCode = isRight ? 0 : 1;
}
