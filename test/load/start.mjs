import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres } from '#src/foundation/database/embedded/index.js';
import { removeFolder, temporaryFolder } from './database.mjs';
import { namedFolder, writeHearingFolder } from './hearing-folder.mjs';
import { median } from './pairs.mjs';
import { READY, freePort, residentMegabytes, root, startNode, stop, untilAnswers } from './programs.mjs';

const run = promisify(execFile);
const STARTS = 5;
const IDLE_MS = 10_000;

/**
 * Starts of the built tree on a data folder of its own, durable as an operator's is; between them the database alone.
 * What is told is from the launch of Node to the first `200` of `/health/ready`, in milliseconds.
 */
export async function measureStarts(say) {
  const dataDir = temporaryFolder();
  try {
    await started(dataDir, async () => undefined); // makes the database and its schema
    const pairs = [];
    for (let i = 0; i < STARTS; i++) {
      const database = await databaseAlone(dataDir);
      const whole = await started(dataDir, async ({ took }) => took);
      pairs.push({ database, whole, own: whole - database });
    }
    const idle = await started(dataDir, async ({ program }) => {
      await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
      return residentMegabytes(program.pid);
    });
    const imports = await started(dataDir, () => measureImports(dataDir, say));
    const middle = (key) => median(pairs.map((pair) => pair[key]));
    return { database: middle('database'), whole: middle('whole'), own: middle('own'), idle, imports };
  } finally {
    removeFolder(dataDir);
  }
}

async function started(dataDir, work) {
  const port = await freePort();
  const begun = performance.now();
  const program = startNode(['dist/src/main.js'], {
    env: { ...environmentOf(dataDir), PORT: String(port), HEARTH_SAMPLE: 'false', LOG_LEVEL: 'silent' },
  });
  try {
    const took = await untilAnswers(`http://127.0.0.1:${port}${READY}`, begun);
    return await work({ took, program });
  } finally {
    await stop(program);
  }
}

async function databaseAlone(dataDir) {
  const begun = performance.now();
  const server = await startEmbeddedPostgres({ dataDir, say: () => undefined });
  const took = performance.now() - begun;
  await server.stop();
  return took;
}

/** `hearth import hearing` from the launch of Node to its end, beside the running server; then once more, to change nothing. */
async function measureImports(dataDir, say) {
  const own = process.env.HEARTH_REAL_HEARING;
  const folders = [writeHearingFolder(join(dataDir, 'in')), ...(own ? [namedFolder(own)] : [])];
  const imports = [];
  for (const { folder, cues } of folders) {
    const first = await hearth(dataDir, ['import', 'hearing', folder], say);
    const again = first.failed ? first : await hearth(dataDir, ['import', 'hearing', folder], say);
    imports.push({ folder, cues, first: first.took, again: again.took, failed: first.failed });
  }
  return imports;
}

async function hearth(dataDir, args, say) {
  const begun = performance.now();
  try {
    await run(process.execPath, ['dist/src/doors/cli/main.js', ...args], {
      cwd: root,
      env: { ...process.env, ...environmentOf(dataDir) },
    });
    return { took: performance.now() - begun, failed: false };
  } catch (error) {
    say(`hearth ${args.join(' ')} failed: ${error.stderr ?? error.message}`);
    return { took: Number.NaN, failed: true };
  }
}

const environmentOf = (dataDir) => ({
  HEARTH_DATA_DIR: dataDir,
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  DATABASE_PUBLIC_URL: '',
});
