import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { READERS, type Reader } from './readers.js';

/** What stands in the table for one operation. */
export interface Row {
  /** Who is let in: everybody, or these. */
  readonly may: 'everybody' | readonly Reader[];
  /** Each field that was answered and to whom: everybody who is let in, or these. */
  readonly fields?: Readonly<Record<string, 'all' | readonly Reader[]>>;
}

export type Table = Readonly<Record<string, Row>>;

const file = new URL('declared.yaml', `file://${process.cwd()}/test/e2e/gate/matrix/`);

const HEAD = `# Who may call what, and which field of which answer reaches whom. Held against the running program by
# matrix.e2e.ts. A change here is a change of who learns what: read it as one.
# Written anew by: HEARTH_WRITE_MATRIX=1 NODE_OPTIONS=--experimental-vm-modules npx jest test/e2e/gate/matrix
`;

export function declared(): Table {
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Table) : {};
}

export function declare(table: Table): void {
  writeFileSync(file, HEAD + stringify(table, { lineWidth: 118, flowCollectionPadding: false }));
}

/** `everybody` where it is. */
export const those = (readers: readonly Reader[]): Row['may'] =>
  readers.length === READERS.length ? 'everybody' : readers;
