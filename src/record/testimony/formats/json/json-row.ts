import { isStorable } from '../common/source-lines.js';
import type { ProblemCode } from '../common/problems.js';
import type { JsonPath } from './json-places.js';
import type { JsonProblems } from './json-problems.js';

export type Missing = 'refuse' | 'mend' | 'allow';

/** One object of a JSON document, its fields read by type; what is wrong is told and read as absent. */
export class JsonRow {
  private constructor(
    private readonly fields: ReadonlyMap<string, unknown>,
    private readonly path: JsonPath,
    private readonly problems: JsonProblems,
  ) {}

  static of(value: unknown, path: JsonPath, problems: JsonProblems): JsonRow | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return new JsonRow(new Map(Object.entries(value)), path, problems);
    }
    problems.add('FIELD_TYPE', path, 'An object must stand here.');
    return null;
  }

  /** The objects of a list; anything else in it is told and left out. */
  static listOf(value: unknown, path: JsonPath, problems: JsonProblems): JsonRow[] {
    if (!Array.isArray(value)) {
      problems.add('FIELD_TYPE', path, 'A list must stand here.');
      return [];
    }
    return value.flatMap((item: unknown, i) => JsonRow.of(item, [...path, i], problems) ?? []);
  }

  has(field: string): boolean {
    return this.fields.has(field);
  }

  value(field: string): unknown {
    return this.fields.get(field);
  }

  text(field: string, missing: Missing): string | null {
    const value = this.fields.get(field);
    if (typeof value === 'string') return this.storable(field, value) ? value : null;
    if (value === undefined) return this.absent(field, missing);
    return value === null && missing !== 'refuse' ? null : this.wrong(field, 'A text');
  }

  /** A label: services that count their speakers write it as a number. */
  label(field: string, missing: Missing): string | null {
    const value = this.fields.get(field);
    if (!Number.isSafeInteger(value)) return this.text(field, missing);
    const detail = `The number of ${JSON.stringify(field)} is read as a text.`;
    this.problems.once(`numeric ${field}`, 'LABEL_NUMERIC', this.at(field), detail);
    return String(value);
  }

  seconds(field: string): number | null {
    const value = this.fields.get(field);
    if (typeof value === 'number') return value;
    return value === undefined ? this.absent(field, 'refuse') : this.wrong(field, 'A number of seconds');
  }

  texts(field: string): string[] {
    const value = this.fields.get(field);
    if (value === undefined) return this.absent(field, 'mend') ?? [];
    if (Array.isArray(value) && value.every((item): item is string => typeof item === 'string')) {
      return value.every((item) => this.storable(field, item)) ? [...value] : [];
    }
    if (value !== null) this.wrong(field, 'A list of texts');
    return [];
  }

  /** What nobody reads would be lost, so it is told. */
  ignoreAllBut(known: readonly string[]): void {
    for (const field of this.fields.keys()) {
      if (known.includes(field)) continue;
      const detail = `The field ${JSON.stringify(field)} has no meaning here; left out.`;
      this.problems.once(`ignored ${field}`, 'FIELD_IGNORED', this.at(field), detail);
    }
  }

  tell(code: ProblemCode, field: string, detail: string): void {
    this.problems.add(code, this.at(field), detail);
  }

  at(field?: string): JsonPath {
    return field === undefined ? this.path : [...this.path, field];
  }

  private absent(field: string, missing: Missing): null {
    if (missing === 'refuse')
      this.problems.add('FIELD_MISSING', this.path, `${JSON.stringify(field)} is missing.`);
    const detail = `${JSON.stringify(field)} is missing; taken as unknown.`;
    if (missing === 'mend') this.problems.add('FIELD_DEFAULTED', this.path, detail);
    return null;
  }

  private wrong(field: string, wanted: string): null {
    this.problems.add('FIELD_TYPE', this.at(field), `${wanted} must stand in ${JSON.stringify(field)}.`);
    return null;
  }

  private storable(field: string, value: string): boolean {
    if (isStorable(value)) return true;
    this.problems.add('TEXT_NOT_STORABLE', this.at(field), 'A NUL character or half a surrogate pair.');
    return false;
  }
}
