import { isStorableText } from './storable-text.js';

export const MAX_DEPTH = 50;
/**
 * Elements and properties of a body, all together. Each costs the validator far more than it cost to send: without
 * a bound, one body of small objects holds up everybody for minutes.
 */
export const MAX_VALUES = 10_000;

export interface Unfit {
  reason: 'text' | 'depth' | 'name' | 'size';
  /** JSON pointer of the place. */
  pointer: string;
}

/**
 * The first text (a value or a key) that cannot be stored, place nested deeper than MAX_DEPTH, name that every object
 * has, or value beyond MAX_VALUES.
 */
export function findUnfit(value: unknown): Unfit | undefined {
  return find(value, 0, { left: MAX_VALUES });
}

/** What may still be looked at. */
interface Budget {
  left: number;
}

function find(value: unknown, depth: number, budget: Budget): Unfit | undefined {
  budget.left -= 1;
  if (budget.left < 0) return { reason: 'size', pointer: '' };
  if (typeof value === 'string') return isStorableText(value) ? undefined : { reason: 'text', pointer: '' };
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
  if (depth >= MAX_DEPTH) return { reason: 'depth', pointer: '' };
  return Array.isArray(value) ? findInArray(value, depth, budget) : findInObject(value, depth, budget);
}

function findInArray(values: readonly unknown[], depth: number, budget: Budget): Unfit | undefined {
  for (let i = 0; i < values.length; i += 1) {
    const unfit = find(values[i], depth + 1, budget);
    if (unfit) return { ...unfit, pointer: `/${i}${unfit.pointer}` };
  }
  return undefined;
}

function findInObject(record: object, depth: number, budget: Budget): Unfit | undefined {
  for (const [key, value] of Object.entries(record)) {
    // The key itself is not repeated: it is what cannot be written.
    if (!isStorableText(key)) return { reason: 'text', pointer: '' };
    // Nest strips some of these without a word, and the validator takes the others for its own.
    if (Object.hasOwn(Object.prototype, key)) return { reason: 'name', pointer: `/${key}` };
    const unfit = find(value, depth + 1, budget);
    if (unfit) return { ...unfit, pointer: `/${pointerToken(key)}${unfit.pointer}` };
  }
  return undefined;
}

/** RFC 6901: `~` and `/` inside a name. */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
