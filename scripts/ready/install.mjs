import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runNode, runProgram } from './processes.mjs';
import { SetupError, readJson, root, sha256, timed } from './setup.mjs';

const marker = 'node_modules/.hearth-install.json';

export const lockHash = () => sha256(readFileSync(join(root, 'package-lock.json')));

export function isInstalled(needsDev) {
  const done = readJson(marker);
  if (done?.lock === lockHash() && (done.dev || !needsDev)) return true;
  return adopt(needsDev);
}

/** An install made by hand with npm is as good as ours, if it is complete: npm lists in a file what it installed. */
function adopt(needsDev) {
  const wanted = readJson('package-lock.json')?.packages ?? {};
  const there = readJson('node_modules/.package-lock.json')?.packages;
  if (there === undefined) return false;
  const complete = (dev) =>
    Object.entries(wanted).every(
      ([path, { version, dev: devOnly, os, cpu }]) =>
        path === '' ||
        os ||
        cpu ||
        (devOnly && !dev) ||
        (there[path] !== undefined && there[path].version === version),
    );
  const dev = complete(true);
  if (!dev && (needsDev || !complete(false))) return false;
  mark(dev);
  return true;
}

function mark(dev) {
  writeFileSync(join(root, marker), `${JSON.stringify({ lock: lockHash(), dev })}\n`);
}

/** Exactly what the lockfile says. A plain start needs no development packages; a folder that has them keeps them. */
export async function install(needsDev, talk) {
  const dev = needsDev || existsSync(join(root, 'node_modules/jest'));
  const kind = dev ? '--include=dev' : '--omit=dev';
  const args = ['ci', kind, '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  await timed(talk, `Installing packages (npm ${args.slice(0, 2).join(' ')})`, async () => {
    const code = await npm(args, talk);
    if (code !== 0)
      throw new SetupError(`npm ci failed with exit code ${code}; what it said stands above.`, code);
  });
  mark(dev);
}

async function npm(args, talk) {
  const options = { env: plainEnvironment(), stdio: ['ignore', talk, process.stderr] };
  const ours = process.env.npm_execpath;
  if (ours && basename(ours) === 'npm-cli.js') return runNode([ours, ...args], options);
  try {
    return await runProgram('npm', args, options);
  } catch (error) {
    throw new SetupError(`npm, which comes with Node, was not found (${error.code}).`);
  }
}

/** The variables npm sets for the script it runs us from would be taken for the settings of a new npm. */
function plainEnvironment() {
  const ours = /^npm_(lifecycle|package)_/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
