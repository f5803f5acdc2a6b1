import { QueryFailedError } from 'typeorm';

/** Whether a write failed because this exclusion constraint already holds a row of the same days. */
export function isExcluded(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { code?: string; constraint?: string };
  return cause.code === '23P01' && cause.constraint === constraint;
}
