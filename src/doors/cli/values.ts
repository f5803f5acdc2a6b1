import { isLocalDate } from '#src/foundation/common/index.js';
import { UsageError } from './failure.js';

const UNITS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000 };

/** `90d`, `12h`, `30m` from now, or a moment with its offset. */
export function readExpiry(text: string, now = new Date()): Date {
  const length = /^(\d{1,5})([dhm])$/.exec(text);
  const at = length
    ? new Date(now.getTime() + Number(length[1]) * (UNITS[length[2] as string] as number))
    : momentOf(text);
  if (at === null) throw new UsageError('It must look like 90d, 12h or 2027-01-31T00:00:00Z.');
  if (at <= now) throw new UsageError('It must lie in the future.');
  return at;
}

function momentOf(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** A day of the calendar, `2024-07-10`. */
export function readDay(text: string): string {
  if (!isLocalDate(text)) throw new UsageError('It must be a day of the calendar like 2024-07-10.');
  return text;
}

/** Of a stretch of days, either of which may be left open. */
export function assertDaysInOrder({ from, to }: { from?: string; to?: string }): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new UsageError('--to must not lie before --from.');
}

/** An IANA name, `America/Los_Angeles`. */
export function readTimeZone(text: string): string {
  try {
    // An offset is a zone for Intl, but says nothing of summer time.
    if (/^[A-Za-z]/.test(text))
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    // told below
  }
  throw new UsageError('It must be the name of a time zone like America/Los_Angeles.');
}

export function readText(text: string): string {
  if (text.trim() === '') throw new UsageError('It must not be empty.');
  if (!text.isWellFormed() || text.includes('\0')) throw new UsageError('It holds what no text can.');
  return text;
}

/** A UUID, in lower case. */
export function readId(text: string): string {
  const id = text.toLowerCase();
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  throw new UsageError('It must be an id like 5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11.');
}

export function oneOf<T extends string>(option: string, word: string, words: readonly T[]): T {
  const found = words.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(`${option} must be one of ${words.join(', ')}.`);
}
