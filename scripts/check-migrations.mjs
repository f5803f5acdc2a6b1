// node scripts/check-migrations.mjs
// Over the built program and a throw-away PostgreSQL: the migrations make exactly the schema that the entities
// describe, every one of them can be undone, and doing them again makes the same schema.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../dist/migrations/index.js';
import { ENTITIES } from '../dist/src/entities.js';
import { startEmbeddedPostgres } from '../dist/src/foundation/database/embedded/index.js';
import { dataSourceOptions, migrate } from '../dist/src/foundation/database/index.js';
import { difference, objectsOf } from './check-migrations/catalogue.mjs';
import { indexFaults } from './check-migrations/indexes.mjs';
import { roomsOf } from './check-migrations/rooms.mjs';

const faults = [];
const folder = mkdtempSync(join(tmpdir(), 'hearth-migrations-'));
const say = (line) => process.stderr.write(`${line}\n`);

try {
  const server = await startEmbeddedPostgres({ dataDir: folder, say, durable: false });
  try {
    await check(server.ownerUrl);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    `${MIGRATIONS.length} migrations make the schema of ${ENTITIES.length} entities, can be undone and done again.\n`,
  );
}

async function check(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const bare = await objectsOf(client);
  await migrate(url, MIGRATIONS);
  const first = await objectsOf(client);
  const source = new DataSource(dataSourceOptions(url, ENTITIES, MIGRATIONS));
  await source.initialize();
  takeForGenerated(source);
  try {
    await compareWithEntities(source);
    for (const _ of MIGRATIONS) await source.undoLastMigration({ transaction: 'all' });
    report(
      'left behind by undoing every migration',
      difference(bare, withoutHistory(await objectsOf(client))),
    );
    await source.runMigrations({ transaction: 'all' });
    report('different after undoing and doing again', difference(first, await objectsOf(client)));
  } finally {
    await source.destroy();
    await client.end();
  }
}

/** TypeORM reads a default of gen_random_uuid() back as a generated column: the model says it in the same words here. */
function takeForGenerated({ entityMetadatas }) {
  for (const column of entityMetadatas.flatMap((metadata) => metadata.columns)) {
    if (typeof column.default !== 'function' || column.default() !== 'gen_random_uuid()') continue;
    Object.assign(column, { isGenerated: true, generationStrategy: 'uuid', default: undefined });
  }
}

async function compareWithEntities(source) {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  const expected = await foreignKeysBetweenRooms(source);
  const differing = upQueries
    .map(({ query }) => query)
    .filter((query) => !expected.has(query) && !/^(CREATE (UNIQUE )?|DROP )INDEX /.test(query));
  report('needed to make the schema what the entities say', differing);
  report('indexes', await indexFaults(source));
}

/**
 * A record of another room is held by its id: the migration has the foreign key, the entity cannot name it. TypeORM
 * would drop exactly those.
 */
async function foreignKeysBetweenRooms(source) {
  const rooms = await roomsOf(source, faults);
  const keys = await source.query(
    `select conname as name, conrelid::regclass::text as child, confrelid::regclass::text as parent
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  return new Set(
    keys
      .filter(({ child, parent }) => rooms.get(child) !== rooms.get(parent))
      .map(({ child, name }) => `ALTER TABLE "${child}" DROP CONSTRAINT "${name}"`),
  );
}

/** The list of done migrations itself stays. */
function withoutHistory(objects) {
  return objects.filter((object) => !/\bmigration(_id_seq)?\b|"PK_/.test(object));
}

function report(what, lines) {
  if (lines.length > 0) faults.push(`${what}:`, ...lines.map((line) => `  ${line}`));
}
