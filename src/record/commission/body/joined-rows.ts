import type { NamedQuery } from '#src/foundation/database/index.js';

/** Several queries as one statement of one row: under each name, all rows of its query as JSON, in their order. */
export function joinedRows(queries: Readonly<Record<string, NamedQuery>>): NamedQuery {
  const values: unknown[] = [];
  const columns = Object.entries(queries).map(([name, query]) => {
    const before = values.length;
    values.push(...query.values);
    const text = query.text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${Number(n) + before}`);
    return `(select coalesce(json_agg(q), '[]') from (${text}) q) as "${name}"`;
  });
  return {
    name: Object.values(queries)
      .map(({ name }) => name)
      .join(' + '),
    text: `select ${columns.join(',\n')}`,
    values,
  };
}
