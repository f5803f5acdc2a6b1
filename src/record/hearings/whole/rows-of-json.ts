const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}$/;

/**
 * Rows as pg would have read them: JSON has no moments, and in this room only moments stand under names that end
 * in `At`.
 */
export function rowsOfJson<Row>(rows: readonly unknown[]): Row[] {
  return rows.map((row) => {
    const entries = Object.entries(row as object).map(([name, value]: [string, unknown]) => [
      name,
      name.endsWith('At') && typeof value === 'string' && MOMENT.test(value) ? new Date(value) : value,
    ]);
    return Object.fromEntries(entries) as Row;
  });
}
