/** Services that listen write a word where they heard nothing. */
export function isUnknown(text: string): boolean {
  return /^\s*(?:unknown)?\s*$/i.test(text);
}

export function known(text: string | null): string | null {
  return text === null || isUnknown(text) ? null : text;
}
