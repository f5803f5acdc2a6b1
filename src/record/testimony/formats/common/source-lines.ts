import type { ProblemList } from './problems.js';

/** PostgreSQL stores no NUL, and half a surrogate pair is no character. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

export function withoutByteOrderMark(input: string): string {
  return input.startsWith('\uFEFF') ? input.slice(1) : input;
}

/** The lines of a text file whatever ends them, or null when it holds characters that cannot be stored. */
export function sourceLines(input: string, problems: ProblemList): string[] | null {
  const lines = withoutByteOrderMark(input).split(/\r\n|\r|\n/);
  if (isStorable(input)) return lines;
  lines.forEach((line, i) => {
    if (!isStorable(line)) {
      problems.add(
        'TEXT_NOT_STORABLE',
        i + 1,
        'A NUL character or half a surrogate pair stands in this line.',
      );
    }
  });
  return null;
}
