import { QueryFailedError } from 'typeorm';

/** Whether a write failed because this unique constraint already holds such a row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return isRefusedAs('23505', error, constraint);
}

/** Whether a write failed because this exclusion constraint already holds a row that overlaps it. */
export function isExclusionViolation(error: unknown, constraint: string): boolean {
  return isRefusedAs('23P01', error, constraint);
}

/** Whether the policies refused the row: for the caller the same as if the record were absent. */
export function isRefusedByPolicy(error: unknown): boolean {
  return isRefusedAs('42501', error);
}

function isRefusedAs(state: string, error: unknown, constraint?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === state && (constraint === undefined || cause.constraint === constraint);
}
