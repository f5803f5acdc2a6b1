import { createReadStream, type ReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The files of Swagger UI that the page loads, and no other. */
const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

export interface Asset {
  readonly type: string;
  readonly stream: ReadStream;
}

let found: { folder: string; version: string } | undefined;

export function swaggerUiVersion(): string {
  return installed().version;
}

/** null: no such file, or another version's. */
export function swaggerUiFile(version: string, name: string): Asset | null {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (type === undefined || version !== swaggerUiVersion()) return null;
  return { type, stream: createReadStream(join(installed().folder, name)) };
}

function installed(): { folder: string; version: string } {
  if (found) return found;
  const description = createRequire(import.meta.url).resolve('swagger-ui-dist/package.json');
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  found = { folder: dirname(description), version };
  return found;
}
