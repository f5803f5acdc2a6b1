/**
 * TypeORM overlooks an index that bears the name of any constraint and does not compare the order of columns: so
 * indexes are compared here. One that the model cannot describe (partial, an expression) is only named by the entity.
 */
export async function indexFaults(source) {
  const there = await indexesOf(source);
  const faults = [];
  for (const { tableName, indices } of source.entityMetadatas) {
    const said = new Map(indices.map((index) => [index.name, index]));
    const made = there.get(tableName) ?? new Map();
    for (const name of made.keys())
      if (!said.has(name)) faults.push(`the entity of ${tableName} lacks index ${name}`);
    for (const [name, index] of said) {
      if (!made.has(name)) faults.push(`no migration makes index ${name} on ${tableName}`);
      else if (index.synchronize && made.get(name) !== describe(index))
        faults.push(`index ${name} on ${tableName} is ${made.get(name)}, in the entity ${describe(index)}`);
    }
  }
  return faults;
}

function describe({ isUnique, columns }) {
  return `${isUnique ? 'unique ' : ''}(${columns.map((column) => column.databaseName).join(', ')})`;
}

/** Table -> index -> its columns in order; those that carry a constraint are left out. */
async function indexesOf(source) {
  const rows = await source.query(
    `select t.relname as "table", i.relname as name, x.indisunique as unique,
            array(select pg_get_indexdef(i.oid, n, true) from generate_series(1, x.indnkeyatts) n) as columns,
            pg_get_expr(x.indpred, x.indrelid) as condition
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      where t.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u', 'x'))`,
  );
  const tables = new Map();
  for (const { table, name, unique, columns, condition } of rows) {
    const indexes = tables.get(table) ?? tables.set(table, new Map()).get(table);
    indexes.set(
      name,
      `${unique ? 'unique ' : ''}(${columns.join(', ')})${condition ? ` where ${condition}` : ''}`,
    );
  }
  return tables;
}
