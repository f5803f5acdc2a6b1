import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';
import { loginsOf, migrate } from '#src/foundation/database/index.js';
import { MIGRATIONS } from '#migrations/index.js';
import { removeFolder, temporaryFolder } from '../database.mjs';
import { root } from '../programs.mjs';
import { fillLog } from './fill.mjs';

const run = promisify(execFile);
/** On a machine that others use as well, the wall tells less than the process's own CPU time. */
const TELLS_CPU = `--import=data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('cpu '+(user+system)/1e6+'\\n')})",
)}`;
const at = (place) => `(select entry_id from audit.leaf where position = ${place})`;

/** What is done to the log, how it is taken back, and what `hearth verify` must then name. */
function deeds(rows) {
  const [one, two, other, cut] = [0.62, 0.41, 0.83].map((part) => Math.floor(rows * part)).concat(rows - 100);
  const swap = [
    `update audit.leaf set position = -1 - position where position in (${two}, ${other})`,
    `update audit.leaf set position = ${two} + ${other} + 1 + position where position < 0`,
  ];
  const aside = (name, where) => [
    `create table if not exists kept_${name} as select * from audit.entry where ${where}`,
    `delete from audit.entry where ${where}`,
  ];
  const last = `id in (select entry_id from audit.leaf where position >= ${cut})`;
  return [
    { name: 'nothing', does: [], undoes: [], names: null },
    {
      name: 'one entry changed',
      does: [`update audit.entry set action = action || 'x' where id = ${at(one)}`],
      undoes: [`update audit.entry set action = left(action, -1) where id = ${at(one)}`],
      names: `changed ${one}`,
    },
    {
      name: 'one entry removed',
      does: aside('one', `id = ${at(one)}`),
      undoes: ['insert into audit.entry select * from kept_one'],
      names: `removed ${one}`,
    },
    { name: 'two entries swapped', does: swap, undoes: swap, names: `moved ${two}` },
    {
      name: 'the last 100 cut off, their seals left',
      does: aside('last', last),
      undoes: ['insert into audit.entry select * from kept_last'],
      names: `cut_off ${cut}`,
    },
    {
      name: 'the last 100 cut off with leaves and checkpoint',
      does: [
        `delete from audit.entry where ${last}`,
        `delete from audit.leaf where position >= ${cut}`,
        `delete from audit.checkpoint where size > ${cut}`,
      ],
      undoes: [],
      names: `cut_off ${cut}`,
    },
  ];
}

/** `hearth verify` as it is run, on a log of so many entries that somebody has been at. */
export async function measureVerify(rows, say) {
  const folder = temporaryFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder, say, durable: false });
  try {
    await migrate(server.ownerUrl, MIGRATIONS);
    const adminUrl = new URL(server.adminUrl);
    adminUrl.pathname = '/hearth';
    const anchorFile = join(folder, 'anchors.jsonl');
    const { appUrl } = loginsOf(server.ownerUrl);
    const took = await fillLog({ adminUrl: adminUrl.href, appUrl }, rows, anchorFile);
    say(`${rows} entries filled in ${took.filled.toFixed(1)} s, sealed in ${took.sealed.toFixed(1)} s`);
    const admin = new pg.Client({ connectionString: adminUrl.href });
    await admin.connect();
    const results = [];
    for (const { name, does, undoes, names } of deeds(rows)) {
      await tamper(admin, does);
      const { fault, seconds, cpu } = await verify(server.ownerUrl, anchorFile, folder);
      const named = fault && `${fault.kind} ${fault.position}`;
      say(
        `  ${name}: ${named ?? 'intact'}, entry ${fault?.entryId ?? '-'}, ${seconds.toFixed(2)} s (its own CPU ${cpu.toFixed(1)} s)`,
      );
      results.push({ name, named: named ?? 'intact', isRight: named === names, seconds, cpu });
      await tamper(admin, undoes);
    }
    await admin.end();
    return { rows, ...took, results };
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}

async function tamper(admin, statements) {
  await admin.query('set session_replication_role = replica');
  for (const statement of statements) await admin.query(statement);
}

async function verify(ownerUrl, anchorFile, dataDir) {
  const begun = performance.now();
  const env = { ...process.env, DATABASE_URL: ownerUrl, HEARTH_DATA_DIR: dataDir, NODE_OPTIONS: TELLS_CPU };
  const { stdout, stderr } = await run(
    process.execPath,
    ['dist/src/doors/cli/main.js', 'verify', '--json', '--anchors', anchorFile],
    { cwd: root, env },
  ).catch((error) => error);
  const { fault } = JSON.parse(stdout);
  const cpu = Number(/^cpu (\S+)$/m.exec(stderr)?.[1]);
  return { fault, cpu, seconds: (performance.now() - begun) / 1000 };
}
