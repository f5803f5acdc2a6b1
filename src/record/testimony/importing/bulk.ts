import { currentManager } from '#src/foundation/database/index.js';

/** Column -> its type in SQL. Both are words of the program, never of its input. */
export type Columns<Row> = Readonly<Record<keyof Row & string, string>>;

/** All rows in one statement, whatever their number: a row for each round trip would be most of an import's time. */
export async function insertAll<Row extends object>(
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns).join(', ');
  const types = Object.entries<string>(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  await currentManager().query(
    `insert into ${table} (${names}) select ${names} from json_to_recordset($1::json) as x(${types})`,
    [JSON.stringify(rows)],
  );
}
