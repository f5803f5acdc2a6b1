import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutByteOrderMark } from '../formats/common/source-lines.js';
import type { FormatProblem } from '../formats/index.js';
import { parseJson } from '../formats/json/json.reader.js';
import { syntaxErrorOf } from '../formats/json/json-places.js';
import { JsonProblems } from '../formats/json/json-problems.js';

const MEGABYTE = 1024 * 1024;
const LARGEST = 256 * MEGABYTE;

/** One file of the folder: its bytes for the digest, its JSON, and what is wrong with it. */
export class FolderFile {
  readonly problems: JsonProblems;
  bytes: Buffer | null = null;
  private source = '';
  /** Undefined where nothing could be read. */
  document: unknown;

  private constructor(readonly name: string) {
    this.problems = new JsonProblems(name);
  }

  static async read(folder: string, name: string, isRequired: boolean): Promise<FolderFile> {
    const file = new FolderFile(name);
    await file.load(join(folder, name), isRequired);
    if (file.bytes) file.parse(file.bytes);
    return file;
  }

  get isThere(): boolean {
    return this.document !== undefined;
  }

  found(): FormatProblem[] {
    return this.problems.all(this.source);
  }

  private async load(path: string, isRequired: boolean): Promise<void> {
    try {
      const { size } = await stat(path);
      if (size > LARGEST) {
        const detail = `${Math.ceil(size / MEGABYTE)} MB; at most ${LARGEST / MEGABYTE} MB are read.`;
        this.problems.addAt('FILE_TOO_LARGE', 0, detail);
      } else {
        this.bytes = await readFile(path);
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (code !== 'ENOENT') this.problems.addAt('FILE_UNREADABLE', 0, `It cannot be read (${code}).`);
      else if (isRequired) this.problems.addAt('FILE_MISSING', 0, 'Without it there is nothing to take in.');
      else this.problems.addAt('FILE_ABSENT', 0, 'It is not there; what it would say stays unknown.');
    }
  }

  private parse(bytes: Buffer): void {
    // Read leniently, letters that are not UTF-8 would be replaced without a word.
    this.source = withoutByteOrderMark(bytes.toString('utf8'));
    if (!isUtf8(bytes)) {
      const line = this.source.slice(0, this.source.indexOf('\uFFFD')).split('\n').length;
      this.problems.addAt('NOT_UTF8', line, 'Not UTF-8 from this line on.');
      return;
    }
    this.document = parseJson(this.source);
    if (this.document !== undefined) return;
    const { line, column } = syntaxErrorOf(this.source);
    this.problems.addAt('JSON_INVALID', line, `Not JSON: line ${line}, column ${column}.`);
  }
}
