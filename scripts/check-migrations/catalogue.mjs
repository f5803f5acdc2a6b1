const OURS = `not in ('pg_catalog', 'information_schema', 'pg_toast')`;

const QUESTIONS = [
  `select format('schema %s %s', nspname, nspacl) as it from pg_namespace where nspname ${OURS} and nspname !~ '^pg_'`,
  `select format('%s %s owner %s rls %s/%s acl %s', relkind, oid::regclass, relowner::regrole, relrowsecurity,
     relforcerowsecurity, relacl) from pg_class where relnamespace::regnamespace::text ${OURS}`,
  `select format('column %s.%s %s%s acl %s', attrelid::regclass, attname, format_type(atttypid, atttypmod),
     case when attnotnull then ' not null' end, attacl)
     from pg_attribute a join pg_class c on c.oid = attrelid
    where attnum > 0 and not attisdropped and relkind in ('r', 'p') and relnamespace::regnamespace::text ${OURS}`,
  `select format('constraint %s on %s %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
     from pg_constraint where connamespace::regnamespace::text ${OURS}`,
  `select indexdef from pg_indexes where schemaname ${OURS}`,
  `select format('policy %s on %s to %s %s %s %s', policyname, tablename, roles, cmd, qual, with_check) from pg_policies`,
  `select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal`,
  `select format('function %s owner %s acl %s %s', oid::regprocedure, proowner::regrole, proacl, md5(prosrc))
     from pg_proc where pronamespace::regnamespace::text ${OURS}`,
  `select format('type %s', oid::regtype) from pg_type
    where typtype in ('e', 'd') and typnamespace::regnamespace::text ${OURS}`,
  `select format('extension %s', extname) from pg_extension`,
  `select format('text search configuration %s', cfgname) from pg_ts_config where cfgnamespace::regnamespace::text ${OURS}`,
  `select format('default privileges %s %s', defaclrole::regrole, defaclacl) from pg_default_acl`,
];

/** Everything in the database that a migration can make, a line each. */
export async function objectsOf(client) {
  const lines = [];
  for (const question of QUESTIONS) {
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    lines.push(...rows.map(([line]) => line));
  }
  return lines.toSorted((a, b) => (a < b ? -1 : 1));
}

export function difference(before, after) {
  const [old, now] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}
