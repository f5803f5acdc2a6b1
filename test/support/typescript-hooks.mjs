import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import jestConfig from '../../jest.config.mjs';

const root = new URL('../../', import.meta.url);
const options = jestConfig.transform['^.+\\.ts$'][1];

export function resolve(specifier, context, next) {
  const own = /^#(src|migrations)\/(.*)\.js$/.exec(specifier);
  if (own) return next(new URL(`${own[1]}/${own[2]}.ts`, root).href, context);
  const relative = /^(\.{1,2}\/.*)\.js$/.exec(specifier);
  if (relative && context.parentURL?.endsWith('.ts')) return next(`${relative[1]}.ts`, context);
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(root.href) || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), options);
  return { format: 'module', source: code, shortCircuit: true };
}
