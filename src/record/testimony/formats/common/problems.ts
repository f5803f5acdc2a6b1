import type { FormatProblem } from './transcript.types.js';

/** What becomes of each kind: refused (nothing is taken), mended (changed, and said), noted (kept as it is). */
const OUTCOMES = {
  FIELD_MISSING: 'refused',
  FIELD_TYPE: 'refused',
  FILE_MISSING: 'refused',
  FILE_TOO_LARGE: 'refused',
  FILE_UNREADABLE: 'refused',
  FOLDER_MISSING: 'refused',
  JSON_INVALID: 'refused',
  LABEL_DUPLICATE: 'refused',
  NOT_UTF8: 'refused',
  SIGNATURE_MISSING: 'refused',
  TEXT_NOT_STORABLE: 'refused',
  TIMES_MISSING: 'refused',
  TIME_INVALID: 'refused',
  TIME_NEGATIVE: 'refused',
  TIME_REVERSED: 'refused',
  VALUE_INVALID: 'refused',
  CUES_REORDERED: 'mended',
  CUE_EMPTY: 'mended',
  CUE_RENUMBERED: 'mended',
  ENDS_ASSUMED: 'mended',
  FIELD_DEFAULTED: 'mended',
  FIELD_IGNORED: 'mended',
  LABEL_NUMERIC: 'mended',
  POSITION_UNKNOWN: 'mended',
  SETTINGS_DROPPED: 'mended',
  SPEAKER_UNDECLARED: 'mended',
  STRAY_TEXT: 'mended',
  TIME_INHERITED: 'mended',
  TIME_UNUSUAL: 'mended',
  VOICES_SPLIT: 'mended',
  CUES_NONE: 'noted',
  CUE_ZERO_LENGTH: 'noted',
  DATE_AMBIGUOUS: 'noted',
  FILE_ABSENT: 'noted',
  START_OFFSET: 'noted',
  TESTIMONY_OUTSIDE: 'noted',
  TESTIMONY_OVERLAP: 'noted',
  TESTIMONY_UNMATCHED: 'noted',
} as const;

export type ProblemCode = keyof typeof OUTCOMES;
export type ProblemOutcome = (typeof OUTCOMES)[ProblemCode];

/** Tells a mended thing from one only noted; `problem.mended` is true for both. */
export function outcomeOf(problem: FormatProblem): ProblemOutcome {
  return problem.mended ? (OUTCOMES[problem.code as ProblemCode] ?? 'mended') : 'refused';
}

/** True when the source may not be taken. */
export function isRefused(problems: readonly FormatProblem[]): boolean {
  return problems.some((problem) => !problem.mended);
}

/** A file that is wrong throughout must not make a report as long as itself. */
const KEPT_PER_CODE = 200;

export class ProblemList {
  private readonly found: FormatProblem[] = [];
  private readonly counts = new Map<ProblemCode, number>();

  constructor(private readonly file?: string) {}

  add(code: ProblemCode, line: number, detail: string): void {
    if (this.admits(code)) this.found.push(this.problem(code, line, detail));
  }

  /** For what a file does everywhere or nowhere: only the first place is told. */
  once(code: ProblemCode, line: number, detail: string): void {
    if (!this.counts.has(code)) this.add(code, line, detail);
  }

  /** Counts one more of this kind; false when enough of it has been told. */
  admits(code: ProblemCode): boolean {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    return count <= KEPT_PER_CODE;
  }

  /** For a problem that `admits` has already counted. */
  tell(code: ProblemCode, line: number, detail: string): void {
    this.found.push(this.problem(code, line, detail));
  }

  /** By line; what was left out is told at the end. */
  all(): FormatProblem[] {
    const untold = [...this.counts].filter(([, count]) => count > KEPT_PER_CODE);
    return [
      ...this.found.toSorted((a, b) => a.line - b.line),
      ...untold.map(([code, count]) =>
        this.problem(code, 0, `And ${count - KEPT_PER_CODE} more of this kind.`),
      ),
    ];
  }

  private problem(code: ProblemCode, line: number, detail: string): FormatProblem {
    const problem = { line, code, detail, mended: OUTCOMES[code] !== 'refused' };
    return this.file === undefined ? problem : { file: this.file, ...problem };
  }
}
