import { writeFile } from 'node:fs/promises';
import { Refusal } from './failure.js';
import { plain } from './table.js';

/** Writes a file that is not there yet. */
export async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
    throw new Refusal(`${plain(file)} cannot be written: ${codeOf(error)}.`);
  });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
