import type { Request } from 'express';
import { PAGES_PATTERN } from './page-door.js';

interface Layer {
  route?: { path: unknown; methods: Readonly<Record<string, boolean>> };
  match(path: string): unknown;
}

/** The methods that some route takes at the path of this request; empty when no route has that path. */
export function allowedMethods(request: Request): string[] {
  // Below a mounted router `path` is only what is left of it.
  const path = request.baseUrl + request.path;
  const router = request.app.router as unknown as { stack: Layer[] } | undefined;
  const methods = new Set<string>();
  for (const layer of router?.stack ?? []) {
    // Nest lays its not-found handler over all pages and every method.
    if (!layer.route || layer.route.path === PAGES_PATTERN || !matches(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
  methods.delete('_ALL');
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].toSorted();
}

function matches(layer: Layer, path: string): boolean {
  try {
    return Boolean(layer.match(path));
  } catch {
    // A path that cannot be decoded matches nothing.
    return false;
  }
}
