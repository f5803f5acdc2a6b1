import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const testFolder = `${root}test/`;

/** The TypeScript file that a specifier names, as the build would resolve it; undefined if it names none of ours. */
export function pathOfSource(specifier, from) {
  const own = /^#(src|migrations)\/(.*)\.js$/.exec(specifier);
  if (own) return `${root}${own[1]}/${own[2]}.ts`;
  const relative = /^(\.{1,2}\/.*)\.js$/.exec(specifier);
  return relative ? resolve(dirname(from), `${relative[1]}.ts`) : undefined;
}

/** What Node's own import takes for any other specifier. */
export function urlOf(specifier, from) {
  return specifier.startsWith('.') ? pathToFileURL(resolve(dirname(from), specifier)).href : specifier;
}
