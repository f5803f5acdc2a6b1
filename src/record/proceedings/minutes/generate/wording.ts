/** Words that somebody entered, within a line of ours: they begin no heading and end no bold. */
export const inline = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\*{2,}/g, '*')
    .trim();

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** A heading and what stands under it; nothing where nothing does. */
export function section(heading: string, blocks: readonly (string | null)[]): string | null {
  const said = blocks.filter((block) => block !== null && block !== '');
  return said.length === 0 ? null : [heading, ...said].join('\n\n');
}

/** One line an item. */
export const bullets = (lines: readonly (string | null)[]): string =>
  lines
    .filter((line) => line !== null)
    .map((line) => `- ${line}`)
    .join('\n');
