/**
 * Where an answer says something: `items[].title`. What is null, empty or false is left out, so that a field that a
 * reader is not shown and one that has nothing to show are the same here, as they must be for the reader.
 */
export function fieldsOf(value: unknown, at = ''): Set<string> {
  const found = new Set<string>();
  walk(value, at, found);
  return found;
}

function walk(value: unknown, at: string, found: Set<string>): void {
  if (value === null || value === undefined || value === '' || value === false) return;
  if (Array.isArray(value)) {
    for (const item of value) walk(item, `${at}[]`, found);
    return;
  }
  if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) walk(inner, at === '' ? name : `${at}.${name}`, found);
    return;
  }
  found.add(at);
}
