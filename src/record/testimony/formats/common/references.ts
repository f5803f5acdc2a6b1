const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,4}));/g;

/** `&amp;`, `&#10;` and `&#xA;` become what they stand for; what stands for nothing is left. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    return character(decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal));
  });
}

/** As HTML has it: a reference can bring in neither NUL nor half a surrogate pair. */
function character(codePoint: number): string {
  const isNone = codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isNone ? '\uFFFD' : String.fromCodePoint(codePoint);
}

export function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** White space at the borders of a cue is layout, unless it is written as a reference. */
export function trimLayout(text: string): string {
  const [from, to] = borders(text);
  return text.slice(from, to);
}

/** Keeps what a cue's lines cannot hold as it is: white space at the borders, empty lines, carriage returns. */
export function guardLayout(text: string): string {
  const [from, to] = borders(text);
  const inner = text
    .slice(from, to)
    .replace(/\n(?=[ \t\f]*\n)/g, reference)
    .replace(/\r/g, reference);
  return references(text.slice(0, from)) + inner + references(text.slice(to));
}

function references(text: string): string {
  return Array.from(text, reference).join('');
}

/** By hand: a pattern bound to the end would take a second over each long run of spaces in a hostile file. */
function borders(text: string): [number, number] {
  let to = text.length;
  while (to > 0 && isLayout(text, to - 1)) to -= 1;
  let from = 0;
  while (from < to && isLayout(text, from)) from += 1;
  return [from, to];
}

function isLayout(text: string, at: number): boolean {
  return ' \t\n\f'.includes(text.charAt(at));
}
