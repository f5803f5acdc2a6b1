import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** From the sources and from `dist`, whichever runs: the committed document lies at the project's root. */
const places = ['../../../openapi.yaml', '../../../../openapi.yaml'].map(
  (path) => new URL(path, import.meta.url),
);

let json: Promise<string> | undefined;

/** `openapi.yaml` as it is committed; a check holds it equal to the program. */
export function openApiYaml(): Promise<string> {
  return readFile(places.find((place) => existsSync(place)) ?? places[0]!, 'utf8');
}

/** The same as JSON, made once. */
export function openApiJson(): Promise<string> {
  json ??= convert();
  json.catch(() => (json = undefined));
  return json;
}

async function convert(): Promise<string> {
  const { parse } = await import('yaml');
  return JSON.stringify(parse(await openApiYaml()));
}
