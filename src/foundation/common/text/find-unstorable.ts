import { isStorableText } from './storable-text.js';

export const MAX_DEPTH = 50;

export interface Unfit {
  reason: 'text' | 'depth' | 'name';
  /** JSON pointer of the place. */
  pointer: string;
}

/** The first text (a value or a key) that cannot be stored, place nested deeper than MAX_DEPTH, or name that every object has. */
export function findUnfit(value: unknown, depth = 0): Unfit | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : { reason: 'text', pointer: '' };
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  if (depth >= MAX_DEPTH) return { reason: 'depth', pointer: '' };
  return Array.isArray(value) ? findInArray(value, depth) : findInObject(value, depth);
}

function findInArray(values: readonly unknown[], depth: number): Unfit | undefined {
  for (let i = 0; i < values.length; i += 1) {
    const unfit = findUnfit(values[i], depth + 1);
    if (unfit) return { ...unfit, pointer: `/${i}${unfit.pointer}` };
  }
  return undefined;
}

function findInObject(record: object, depth: number): Unfit | undefined {
  for (const [key, value] of Object.entries(record)) {
    // The key itself is not repeated: it is what cannot be written.
    if (!isStorableText(key)) return { reason: 'text', pointer: '' };
    // Nest strips some of these without a word, and the validator takes the others for its own.
    if (Object.hasOwn(Object.prototype, key)) return { reason: 'name', pointer: `/${key}` };
    const unfit = findUnfit(value, depth + 1);
    if (unfit) return { ...unfit, pointer: `/${pointerToken(key)}${unfit.pointer}` };
  }
  return undefined;
}

/** RFC 6901: `~` and `/` inside a name. */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
