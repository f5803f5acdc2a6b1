// node scripts/lean.mjs FOLDER
// Removes from an installation what only a build or a plain start needs: this package's own optional dependencies.
// `npm ci --omit=optional` would also leave out the machine code of packages that do need it.
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2] ?? '.');
const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
for (const name of Object.keys(optionalDependencies))
  rmSync(join(folder, 'node_modules', name), { recursive: true, force: true });
