// node scripts/web.mjs
// What the pages are made of, into dist/web: views and texts as they are, styles and islands compiled.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'sass';
import { root, sha256 } from './ready/setup.mjs';

const from = join(root, 'web');
const to = join(root, 'dist/web');
const assets = join(to, 'assets');

rmSync(to, { recursive: true, force: true });
mkdirSync(assets, { recursive: true });
for (const folder of ['views', 'locales']) cpSync(join(from, folder), join(to, folder), { recursive: true });

const manifest = {};
for (const [name, content] of Object.entries({ ...styles(), ...(await islands()), ...images() })) {
  const { name: stem, ext } = parse(name);
  // The content's hash is in the name: a browser keeps the file for good, and a change is another file.
  manifest[name] = `${stem}-${sha256(content).slice(0, 16)}${ext}`;
  writeFileSync(join(assets, manifest[name]), content);
}
writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

function styles() {
  const { css } = compile(join(from, 'styles/portal.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
    quietDeps: true,
  });
  return { 'portal.css': css };
}

async function islands() {
  const folder = join(from, 'islands');
  const entries = readdirSync(folder).filter((name) => name.endsWith('.island.ts'));
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(folder, name)),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    outdir: 'islands',
    write: false,
    logLevel: 'warning',
  });
  return Object.fromEntries(
    outputFiles.map(({ path, text }) => [`${parse(path).name.replace('.island', '')}.js`, text]),
  );
}

function images() {
  const folder = join(from, 'images');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}
