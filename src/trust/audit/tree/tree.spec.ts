import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonicalJson } from '#src/foundation/common/index.js';
import { Frontier } from './frontier.js';
import { foldRight, leafHash, nodeHash } from './hashing.js';
import { hashOfEntry, leafData, type SealedEntry } from './leaf.js';
import { completeTrees, consistencyPath, inclusionPath, type Range, type Subtree } from './ranges.js';

/** RFC 6962 2.1 word for word, over the whole list of data. */
function mth(data: readonly string[]): Buffer {
  const sha256 = (...parts: (Buffer | string)[]) =>
    createHash('sha256')
      .update(Buffer.concat(parts.map((p) => Buffer.from(p))))
      .digest();
  if (data.length === 0) return sha256();
  if (data.length === 1) return sha256(Buffer.of(0), ...data);
  const k = 2 ** Math.ceil(Math.log2(data.length) - 1);
  return sha256(Buffer.of(1), mth(data.slice(0, k)), mth(data.slice(k)));
}

const data = Array.from({ length: 300 }, (_, i) => `entry ${i}`);
const rootOf = (size: number) => mth(data.slice(0, size));
const rangeRoot = ([start, end]: Range) => mth(data.slice(start, end)).toString('hex');

/** The public's script, which shares no code with the log. */
const PATH = '../../../../docs/verify-proof.mjs';
const script = (await import(PATH)) as {
  isIncluded(proof: object): boolean;
  isConsistent(proof: object): boolean;
};

describe('the tree', () => {
  it('has the roots of RFC 6962 at every size, and so has one taken up again there', () => {
    const grown = new Frontier();
    const complete = new Map<string, Buffer>();
    for (const [i, text] of data.entries()) {
      expect(grown.root).toEqual(rootOf(i));
      const trees = completeTrees(0, i).map(({ level, position }) =>
        mth(data.slice(position * 2 ** level, (position + 1) * 2 ** level)),
      );
      const resumed = new Frontier(i, trees);
      resumed.push(leafHash(text));
      expect(resumed.root).toEqual(rootOf(i + 1));
      grown.push(leafHash(text), ({ level, position }: Subtree, hash) =>
        complete.set(`${level} ${position}`, hash),
      );
    }
    expect([...complete]).toEqual([['8 0', mth(data.slice(0, 256))]]);
  });

  it('is made of complete trees for every range that a proof names', () => {
    for (const range of inclusionPath(200, 300)) {
      const trees = completeTrees(...range).map(({ level, position }) =>
        mth(data.slice(position * 2 ** level, (position + 1) * 2 ** level)),
      );
      expect(foldRight(trees).toString('hex')).toBe(rangeRoot(range));
    }
  });
});

describe('proofs', () => {
  const entry = (i: number): SealedEntry => ({
    ...{ id: `id ${i}`, at: '2026-01-02T03:04:05.678Z', actor_id: null, action: 'a.b', subject_kind: 'k' },
    ...{ subject_id: null, request_id: 'none', details: { n: i, b: [1, 'x'], a: null }, protected: false },
  });
  const leaves = Array.from({ length: 300 }, (_, i) => hashOfEntry(entry(i), i));
  const leaf = (i: number): Buffer => leaves[i] ?? Buffer.alloc(0);
  const known = new Map<string, Buffer>();
  const treeOf = ([start, end]: Range): Buffer => {
    const key = `${start} ${end}`;
    const found = known.get(key);
    if (found) return found;
    const middle = start + 2 ** Math.ceil(Math.log2(end - start) - 1);
    const made = end - start === 1 ? leaf(start) : nodeHash(treeOf([start, middle]), treeOf([middle, end]));
    known.set(key, made);
    return made;
  };
  const hex = (range: Range) => treeOf(range).toString('hex');

  it('of inclusion hold for every leaf of every size up to 300, and for no other leaf', () => {
    // Gathered, not expected one by one: there are 45,000.
    const wrong: string[] = [];
    const parsed = leaves.map((_, i) => JSON.parse(leafData(entry(i), i)) as Record<string, unknown>);
    for (let size = 1; size <= 300; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = {
          leaf: parsed[index],
          ...{ index, size, path: inclusionPath(index, size).map(hex), root: hex([0, size]) },
        };
        const other = { ...proof, leaf: { ...proof.leaf, action: 'a.c' } };
        if (!script.isIncluded(proof) || script.isIncluded(other)) wrong.push(`${index} of ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('of consistency hold between every two sizes up to 300, and fail for another root', () => {
    const wrong: string[] = [];
    for (let size = 1; size <= 300; size += 1) {
      for (let from = 1; from <= size; from += 1) {
        const proof = {
          ...{ from, size, path: consistencyPath(from, size).map(hex) },
          ...{ fromRoot: hex([0, from]), root: hex([0, size]) },
        };
        const others = [
          { ...proof, fromRoot: '00'.repeat(32) },
          { ...proof, root: '00'.repeat(32) },
        ];
        if (!script.isConsistent(proof) || others.some((other) => script.isConsistent(other)))
          wrong.push(`${from} to ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('fall with any one hash of the path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (size, at, which) => {
        const index = at % size;
        const path = inclusionPath(index, size).map(hex);
        path[which % path.length] = 'ab'.repeat(32);
        const leaf = JSON.parse(leafData(entry(index), index)) as object;
        expect(script.isIncluded({ leaf, index, size, path, root: hex([0, size]) })).toBe(false);
      }),
    );
  });
});

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 3.2.4 as the RFC does', () => {
    const example = {
      // Read as the RFC writes it: more digits than a number has.
      numbers: JSON.parse(
        '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]',
      ) as number[],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\u0022/",
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      `{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}`,
    );
  });

  it('sorts names by UTF-16 code units (RFC 8785 3.2.3)', () => {
    const sorted = { '\r': 1, '1': 2, '\u0080': 3, ö: 4, '€': 5, '😀': 6, '\ufb33': 7 };
    const shuffled = Object.fromEntries(Object.entries(sorted).toReversed());
    expect(Object.values(JSON.parse(canonicalJson(shuffled)) as object).length).toBe(7);
    expect([...canonicalJson(shuffled).matchAll(/:(\d)/g)].map(([, n]) => Number(n))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
  });

  it('means the same and is the same, however the members stood', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('is what a leaf is made of', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.nat(),
        (details, action, position) => {
          const entry: SealedEntry = {
            ...{
              id: 'i',
              at: 't',
              actor_id: 'a',
              action,
              subject_kind: 'k',
              subject_id: 's',
              request_id: null,
            },
            ...{ details, protected: true },
          };
          const text = leafData(entry, position);
          expect(text).toBe(canonicalJson(JSON.parse(text)));
          expect(JSON.parse(text)).toMatchObject({ action, position, subject: { id: 's', kind: 'k' } });
        },
      ),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
