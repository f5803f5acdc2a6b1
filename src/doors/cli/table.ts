import type { Terminal } from './terminal.js';

/** Columns aligned on a terminal; tab-separated elsewhere, for `cut` and `awk`. */
export function printTable(
  terminal: Terminal,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const lines = [headings, ...rows].map((line) => line.map(plain));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    terminal.result(
      terminal.showsTables
        ? line
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join('  ')
            .trimEnd()
        : line.join('\t'),
    );
  }
}

/** A name must neither break the line nor drive the terminal. */
export function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
