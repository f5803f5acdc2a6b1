import { createReadStream, existsSync, readFileSync, type ReadStream } from 'node:fs';
import { ASSET_PLACES } from '../rendering/places.js';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface AssetFile {
  readonly type: string;
  readonly stream: ReadStream;
}

let built: { folder: URL; names: Readonly<Record<string, string>> } | undefined;

/** `portal.css` -> `/assets/portal-3f2a….css`: the hash of its content is in the name, so a browser may keep it for good. */
export function assetAddress(name: string): string {
  const hashed = manifest().names[name];
  if (hashed === undefined) throw new Error(`The build made no ${name}`);
  return `/assets/${hashed}`;
}

/** null: no file of this build. */
export function assetFile(hashed: string): AssetFile | null {
  const { folder, names } = manifest();
  const type = TYPES[hashed.slice(hashed.lastIndexOf('.') + 1)];
  if (type === undefined || !Object.values(names).includes(hashed)) return null;
  return { type, stream: createReadStream(new URL(hashed, folder)) };
}

function manifest(): { folder: URL; names: Readonly<Record<string, string>> } {
  if (built) return built;
  const folder = ASSET_PLACES.find((place) => existsSync(new URL('manifest.json', place)));
  if (!folder) throw new Error('The pages have no styles yet: npm run build makes them.');
  const names = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Record<string, string>;
  built = { folder, names };
  return built;
}
