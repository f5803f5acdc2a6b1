import pg from 'pg';
import { fillCalendar } from './calendar.mjs';
import { fillHearings } from './hearings.mjs';
import { fillSpoken } from './spoken.mjs';
import { fillTestimonies } from './testimonies.mjs';
import { names, vocabulary } from './words.mjs';

/** Fills a migrated database by SQL, as the superuser. Word indexes are made anew at the end: that is quicker. */
export async function fill(adminUrl, size, say) {
  const begun = performance.now();
  const clients = [await connect(adminUrl), await connect(adminUrl)];
  const [client, other] = clients;
  const world = { size, words: vocabulary(size.words), names: names(4000) };
  try {
    const indexes = await takeIndexes(client);
    await fillHearings(client, world);
    await fillCalendar(client);
    await Promise.all([fillTestimonies(other, world), fillSpoken(client, world)]);
    await fillWords(client, world);
    await Promise.all([
      remake(
        client,
        indexes.filter((_, i) => i % 2),
      ),
      remake(
        other,
        indexes.filter((_, i) => !(i % 2)),
      ),
    ]);
    await client.query('vacuum (analyze)');
  } finally {
    await Promise.all(clients.map((each) => each.end()));
  }
  say(`Filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

async function connect(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`set maintenance_work_mem = '512MB'; set work_mem = '64MB'`);
  return client;
}

async function takeIndexes(client) {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as definition
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'search' and c.relkind = 'i' and not i.indisprimary and not i.indisunique and not c.relispartition`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

async function remake(client, definitions) {
  for (const definition of definitions) await client.query(definition);
}

/** The words that typing help may suggest, as `search.learn` would have noted them. */
async function fillWords(client, { words, names: people }) {
  const known = new Set([...words, ...people.flatMap((name) => name.toLowerCase().split(' '))]);
  await client.query(
    `insert into search.word (audience, word)
     select a::audience, w from unnest($1::text[]) w, unnest(array['public', 'desk', 'chamber']) a
     on conflict do nothing`,
    [[...known].filter((word) => word.length >= 4)],
  );
}
