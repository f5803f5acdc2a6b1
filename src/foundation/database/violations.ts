import { QueryFailedError } from 'typeorm';

/** Whether a write failed because this unique constraint already holds such a row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === '23505' && cause.constraint === constraint;
}

/** Whether the policies refused the row: for the caller the same as if the record were absent. */
export function isRefusedByPolicy(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '42501';
}
