import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const file = new URL('../../../openapi.yaml', import.meta.url);

/**
 * The committed description of the interface with every object closed: what a schema does not name may not be
 * answered. OpenAPI lets more through, so that clients stay calm when fields are added.
 */
export function closedDescription() {
  const description = parse(readFileSync(file, 'utf8'));
  for (const schema of Object.values(description.components.schemas)) close(schema);
  return description;
}

function close(schema) {
  if (typeof schema !== 'object' || schema === null) return;
  if (schema.properties && schema.additionalProperties === undefined) schema.additionalProperties = false;
  for (const inner of Object.values(schema)) {
    if (Array.isArray(inner)) inner.forEach(close);
    else close(inner);
  }
}
