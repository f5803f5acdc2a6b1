import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './processes.mjs';
import { SetupError, readJson, root, timed } from './setup.mjs';

// In dist itself: whoever clears dist, a build broken off included, clears the claim that it is up to date.
const marker = 'dist/.hearth-build.json';

const sources = [
  'src',
  'migrations',
  'web',
  'scripts/web.mjs',
  'tsconfig.json',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
];

// The compiler clears dist: what the pages need comes after it.
const steps = [['node_modules/@nestjs/cli/bin/nest.js', 'build'], ['scripts/web.mjs']];

export function isBuilt() {
  const done = readJson(marker);
  return done !== undefined && done.sources === hashOfSources();
}

export async function build(talk) {
  const hash = hashOfSources();
  await timed(talk, 'Building', async () => {
    for (const step of steps) {
      const code = await runNode(step, { stdio: ['ignore', talk, process.stderr] });
      if (code !== 0)
        throw new SetupError(`The build failed with exit code ${code}; what it said stands above.`, code);
    }
  });
  writeFileSync(join(root, marker), `${JSON.stringify({ sources: hash })}\n`);
}

/** Contents, not times: a checkout, a copy or an unpacked archive gives files any time it likes. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .toSorted();
}
