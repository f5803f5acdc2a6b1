import { createHash } from 'node:crypto';

/** The same UUID (version 8, RFC 9562) for the same name, wherever a thing that has no row of its own needs an id. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
