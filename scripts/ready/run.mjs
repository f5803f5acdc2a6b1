import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { withSetupLock } from './lock.mjs';
import { runNode } from './processes.mjs';
import { SetupError, root } from './setup.mjs';

const programs = {
  start: { needsDev: false, entry: 'dist/src/main.js' },
  hearth: { needsDev: false, entry: 'dist/src/doors/cli/main.js' },
  test: { needsDev: true },
};

export async function run(name, args) {
  const program = programs[name];
  try {
    if (program === undefined)
      throw new SetupError(`Usage: node scripts/ready.mjs ${Object.keys(programs).join(' | ')}`);
    // The results of the command line go to stdout; whatever is said before them must not.
    await prepare(program.needsDev, name === 'hearth' ? process.stderr : process.stdout);
    if (program.entry === undefined) process.exitCode = await runTests(args);
    else await goOnAs(program.entry, args);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

async function prepare(needsDev, talk) {
  if (isInstalled(needsDev) && isBuilt()) return;
  // Two terminals on a fresh clone: one sets up, the other waits and finds it done.
  await withSetupLock(talk, async () => {
    if (!isInstalled(needsDev)) await install(needsDev, talk);
    if (!isBuilt()) await build(talk);
  });
}

function runTests(args) {
  return runNode([
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...args,
  ]);
}

/** In this very process: one pid to signal, and no second Node in memory. */
async function goOnAs(entry, args) {
  const path = join(root, entry);
  if (!existsSync(path)) throw new SetupError(`The build made no ${entry}.`);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}
