import { SyntaxKind, createScanner, visit } from 'jsonc-parser';

/** Where in a JSON document: names of fields and places in lists, outermost first. */
export type JsonPath = readonly (string | number)[];

/** Line and column, from 1, and what is wrong there with a text that is no JSON. */
export function syntaxErrorOf(text: string): { line: number; column: number } {
  let first: { line: number; column: number } | undefined;
  const onError = (_code: number, _offset: number, _length: number, line: number, column: number): void => {
    first ??= { line: line + 1, column: column + 1 };
  };
  visit(text, { onError }, { disallowComments: true });
  return first ?? { line: 1, column: 1 };
}

/**
 * The line of each path in a valid JSON text; for what is not there, of the nearest thing that would hold it. A scan,
 * not a tree: a tree of a transcript of hundreds of megabytes would not fit into memory.
 */
export function linesOf(text: string, paths: readonly JsonPath[]): number[] {
  const lines = new Map<string, number>([['', 1]]);
  const wanted = new Set(paths.flatMap((path) => path.map((_, i) => keyOf(path.slice(0, i + 1)))));
  for (const [key, line] of places(text)) {
    if (wanted.delete(key)) lines.set(key, line);
    if (wanted.size === 0) break;
  }
  return paths.map((path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  });
}

function keyOf(path: JsonPath): string {
  return path.map((step) => `/${step}`).join('');
}

/** Every value of the document in order: its path as a key, and its line. */
function* places(text: string): Generator<[string, number]> {
  const scanner = createScanner(text, true);
  const open: { key: string; index: number | null }[] = [];
  let name: string | null = null;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const holder = open.at(-1);
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) open.pop();
    else if (token === SyntaxKind.CommaToken) advance(holder);
    else if (token === SyntaxKind.StringLiteral && holder?.index === null && name === null) {
      name = scanner.getTokenValue();
    } else if (token !== SyntaxKind.ColonToken) {
      const key: string = holder ? `${holder.key}/${holder.index ?? name}` : '';
      name = null;
      yield [key, scanner.getTokenStartLine() + 1];
      if (token === SyntaxKind.OpenBraceToken) open.push({ key, index: null });
      else if (token === SyntaxKind.OpenBracketToken) open.push({ key, index: 0 });
    }
  }
}

function advance(holder: { index: number | null } | undefined): void {
  if (holder && holder.index !== null) holder.index += 1;
}
