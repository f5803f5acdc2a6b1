import { isLocalDate } from '#src/foundation/common/index.js';

/** The day in the address of a meeting or the name of a folder, where one stands at the border of a word. */
export function dayIn(text: string): string | null {
  const days = [...text.matchAll(/(?<![\d])(\d{4}-\d{2}-\d{2})(?!\d)/g)].map(([day]) => day);
  return days.find((day) => isLocalDate(day)) ?? null;
}

export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
