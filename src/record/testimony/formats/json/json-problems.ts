import { type ProblemCode, ProblemList } from '../common/problems.js';
import type { FormatProblem } from '../common/transcript.types.js';
import { type JsonPath, linesOf } from './json-places.js';

/** Problems of a JSON document, told by path; lines are looked up only when there is something to tell. */
export class JsonProblems {
  private readonly list: ProblemList;
  private readonly told: { code: ProblemCode; path: JsonPath; detail: string }[] = [];
  private readonly onceKeys = new Set<string>();

  constructor(file?: string) {
    this.list = new ProblemList(file);
  }

  add(code: ProblemCode, path: JsonPath, detail: string): void {
    if (this.list.admits(code)) this.told.push({ code, path, detail });
  }

  /** For what is wrong with the text before any path is known. */
  addAt(code: ProblemCode, line: number, detail: string): void {
    this.list.add(code, line, detail);
  }

  /** For what every row does: told at the first alone. */
  once(key: string, code: ProblemCode, path: JsonPath, detail: string): void {
    if (this.onceKeys.has(key)) return;
    this.onceKeys.add(key);
    this.add(code, path, detail);
  }

  all(text: string): FormatProblem[] {
    const lines =
      this.told.length === 0
        ? []
        : linesOf(
            text,
            this.told.map(({ path }) => path),
          );
    this.told.forEach(({ code, detail }, i) => this.list.tell(code, lines[i] ?? 0, detail));
    return this.list.all();
  }
}
