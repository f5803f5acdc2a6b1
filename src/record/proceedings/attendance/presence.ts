import type { AttendanceMode } from './attendance-mode.js';

/** One stay of a commissioner at a hearing. */
export interface Stay {
  readonly arrivedAt: Date;
  readonly leftAt: Date | null;
  readonly mode: AttendanceMode;
  readonly place: string | null;
  readonly note: string | null;
}

export function isThere(stay: Stay, at: Date): boolean {
  return stay.arrivedAt <= at && (stay.leftAt === null || at < stay.leftAt);
}

export const inOrder = (stays: readonly Stay[]): Stay[] =>
  stays.toSorted((a, b) => a.arrivedAt.getTime() - b.arrivedAt.getTime());
