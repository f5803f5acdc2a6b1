import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { Program, until } from '../../startup/programs.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { folderOf, generated } from './import.folders.js';

let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await database?.drop();
});

const CUES = 4_000;
const TIMES = 10;

async function numberOf(text: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(text);
  return rows[0]?.n ?? -1;
}

/** The import's own session, as long as the server has not cleared it away. */
const sessions = () =>
  numberOf(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name = 'hearth write'`,
  );

/** Every table that an import writes to; all of them empty, or the whole hearing. */
const traces = async (): Promise<number[]> => {
  const found: number[] = [];
  for (const table of [
    'hearing',
    'hearing_import',
    'witness',
    'recording',
    'transcript',
    'speaker',
    'testimony',
    'cue',
    'search.entry',
  ]) {
    found.push(await numberOf(`select count(*)::int as n from ${table}`));
  }
  return found;
};

/** What the import says as it begins each of its stages. */
const STAGES = [
  'writing the hearing',
  'writing the transcript',
  'indexing testimonies',
  'indexing the transcript',
  'committing',
];

/** Lets a random while go by, measured in answers of the database. */
async function somewhatLater(program: Program): Promise<void> {
  for (let answers = Math.random() * 300; answers > 0 && !program.hasEnded; answers -= 1)
    await admin.query('select 1');
}

it('is whole or absent, however often the import is killed, and completes afterwards', async () => {
  const folder = folderOf('killed', generated(CUES));
  const importing = (): Program =>
    new Program('../../src/doors/cli/main.ts', ['import', 'hearing', folder], {
      env: { DATABASE_URL: database.ownerUrl, HEARTH_DATA_DIR: folder },
    });
  const nothing = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let killed = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const stage = STAGES[time % STAGES.length] ?? '';
    const program = importing();
    await until(() => program.hasEnded || program.stderr.includes(stage), stage);
    if (time >= STAGES.length) await somewhatLater(program);
    const { signal } = await program.kill('SIGKILL');
    if (signal === 'SIGKILL') killed += 1;
    await until(async () => (await sessions()) === 0, 'the server to clear the session away');
    const left = await traces();
    const isWhole = left[0] === 1 && left[7] === CUES;
    expect({ stage, left: isWhole ? 'whole' : left }).toEqual({ stage, left: isWhole ? 'whole' : nothing });
    // It was killed after the commit: away with it, or the next ones would have nothing to do.
    if (isWhole)
      await admin.query('truncate hearing, recording, transcript, testimony, search.entry cascade');
  }
  expect(killed).toBeGreaterThan(3);
  const last = importing();
  expect((await last.exit).code).toBe(0);
  expect(last.stdout).toContain('Imported: killed');
  expect(await numberOf('select count(*)::int as n from cue')).toBe(CUES);
}, 120_000);
