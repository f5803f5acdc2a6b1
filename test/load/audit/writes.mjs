import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';
import { loginsOf, migrate } from '#src/foundation/database/index.js';
import { MIGRATIONS } from '#migrations/index.js';
import { removeFolder, temporaryFolder } from '../database.mjs';
import { median } from '../pairs.mjs';
import { ask, startNode, stop } from '../programs.mjs';

const CONNECTIONS = 50;
const ZONES = 999;
/** The actor of the command line, who is a clerk. */
const CLERK = '00000000-0000-4000-8000-000000000001';

const LOCK = { name: 'lock', text: 'select * from zone where id = $1 for update' };
const CHANGE = { name: 'change', text: 'update zone set name = $2 where id = $1' };
const ENTRY = {
  name: 'entry',
  text: `insert into audit.entry (actor_id, action, subject_kind, subject_id, request_id, details, protected)
         values ($1, 'zone.updated', 'zone', $2, $3, $4, false)`,
};

/**
 * Changes of a record at 50 connections on a durable database, with the entry and the sealer, and without both:
 * the same statements in the same transaction. In turns, A B, B A; the ratio is the median of the pairs.
 */
export async function measureWrites({ rounds, seconds }, say) {
  const folder = temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder, say });
  const sealer = startNode(['test/load/audit/sealer.mjs']);
  try {
    await migrate(server.ownerUrl, MIGRATIONS);
    const logins = loginsOf(server.ownerUrl);
    const zones = await fillZones(server.adminUrl);
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => connected(logins.appUrl)));
    const anchorFile = join(folder, 'anchors.jsonl');
    const measure = async (isLogged) => {
      await ask(sealer, { start: isLogged ? { logins, anchorFile } : null });
      return writesPerSecond(clients, zones, isLogged, seconds);
    };
    await measure(false);
    await measure(true);
    const pairs = [];
    for (let round = 0; round < rounds; round += 1) {
      const isEven = round % 2 === 0;
      const first = await measure(!isEven);
      const second = await measure(isEven);
      const pair = isEven ? { bare: first, logged: second } : { bare: second, logged: first };
      say(`  without the log ${pair.bare.toFixed(0)}/s, with it ${pair.logged.toFixed(0)}/s`);
      pairs.push(pair);
    }
    await ask(sealer, { start: null });
    await Promise.all(clients.map((client) => client.end()));
    const ratios = pairs.map(({ bare, logged }) => logged / bare);
    return {
      connections: CONNECTIONS,
      bare: median(pairs.map(({ bare }) => bare)),
      logged: median(pairs.map(({ logged }) => logged)),
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
    };
  } finally {
    await stop(sealer);
    await server.stop();
    removeFolder(folder);
  }
}

async function writesPerSecond(clients, zones, isLogged, seconds) {
  let written = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(
    clients.map(async (client, i) => {
      // Each has zones of its own: what is measured is the log, not a queue for one row.
      for (let at = i; performance.now() < until; at += CONNECTIONS) {
        await write(client, zones[at % zones.length], isLogged);
        written += 1;
      }
    }),
  );
  return written / ((performance.now() - begun) / 1000);
}

/** What the program sends for a change, statement by statement. */
async function write(client, id, isLogged) {
  await client.query('begin');
  await client.query(
    "select set_config('hearth.person', $1, true), set_config('role', 'hearth_staff', true)",
    [CLERK],
  );
  await client.query({ ...LOCK, values: [id] });
  await client.query({ ...CHANGE, values: [id, `Zone ${Math.random()}`] });
  if (isLogged) await client.query({ ...ENTRY, values: [CLERK, id, randomUUID(), { fields: ['name'] }] });
  await client.query('commit');
}

async function fillZones(url) {
  const adminUrl = new URL(url);
  adminUrl.pathname = '/hearth';
  const admin = await connected(adminUrl.href);
  const { rows } = await admin.query(
    `insert into zone (id, number, name, own_audience, protected)
     select gen_random_uuid(), i, 'Zone ' || i, 'public', false from generate_series(1, $1::int) i returning id`,
    [ZONES],
  );
  await admin.end();
  return rows.map(({ id }) => id);
}

async function connected(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
