import { createHash } from 'node:crypto';
import { isUuid } from '#src/foundation/common/index.js';
import type { PopoloRemark } from './popolo-problems.js';

/** Version 5 (RFC 9562) of this namespace: the same name gives the same id in every import. */
const NAMESPACE = Buffer.from('6d1c1b0e7a5c4f0d9c0a3b1f5e2d4c6b', 'hex');

/** The id under which a thing of a file is kept: its own if that is a UUID, else one made of it. */
export function idOf(kind: string, id: string): string {
  // Not a guard: what is no UUID is a text all the same.
  const isKept: boolean = isUuid(id);
  if (isKept) return id.toLowerCase();
  const hash = createHash('sha1').update(NAMESPACE).update(`${kind} ${id}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The things of one kind in a file, by the ids that the file gives them. */
export class Names {
  private readonly known = new Map<string, string>();

  /** `as` says where one of them is kept, if not under `idOf`. */
  constructor(
    private readonly kind: string,
    things: readonly { readonly id: string }[],
    place: string,
    private readonly problems: PopoloRemark[],
    as: (id: string) => string | undefined = () => undefined,
  ) {
    const taken = new Set<string>();
    for (const [i, { id }] of things.entries()) {
      const kept = as(id) ?? idOf(kind, id);
      if (taken.has(kept)) {
        problems.push({ pointer: `${place}/${i}/id`, code: 'TWICE', detail: 'is the id of another here' });
      }
      taken.add(kept);
      this.known.set(id, kept);
    }
  }

  /** Where a thing of this file is kept. */
  kept(id: string): string {
    return this.known.get(id) ?? idOf(this.kind, id);
  }

  /** Where the thing is kept that a reference names; one that names nothing here is a problem. */
  resolve(id: string | undefined, pointer: string): string | undefined {
    if (id === undefined) return undefined;
    const kept = this.known.get(id);
    if (kept === undefined) {
      this.problems.push({
        pointer,
        code: 'UNKNOWN_REFERENCE',
        detail: `names no ${this.kind} of this file`,
      });
    }
    return kept;
  }
}
