import type { FormatProblem, ProblemOutcome } from '../formats/index.js';

/** What an import does, in this order; the database keeps nothing of it before `committing` is over. */
export const IMPORT_STAGES = ['records', 'cues', 'entries', 'passages', 'committing'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

export interface ImportOptions {
  /** Instead of what the folder says or its name suggests. */
  readonly title?: string;
  /** The day of the hearing, `YYYY-MM-DD`, instead of the folder's. */
  readonly date?: string;
  /** IANA name; without it the folder's, else the commission's. */
  readonly timeZone?: string;
  /** Keeps everything at the desk instead of posting it. */
  readonly draft?: boolean;
  /** Does everything, looks at the outcome, takes it all back. */
  readonly dryRun?: boolean;
  /** Refuses the whole where one row of it is refused. */
  readonly strict?: boolean;
  /** Told as each stage begins. */
  readonly onStage?: (stage: ImportStage) => void;
}

/** What a row of the folder was, and what became of it. */
export interface ImportProblem extends FormatProblem {
  readonly outcome: ProblemOutcome;
}

export interface ImportCounts {
  readonly cues: number;
  readonly speakers: number;
  readonly witnesses: number;
  readonly testimonies: number;
  /** Speakers known to be a witness because they bear the same name. */
  readonly matchedByName: number;
  /** Speakers known to be a witness because it is they who speak in the testimony. */
  readonly matchedBySpeech: number;
  readonly zones: number;
}

export interface ImportReport {
  /** `would_import`: a dry run. `unchanged`: this very folder was imported before. */
  readonly outcome: 'imported' | 'unchanged' | 'would_import';
  /** After a dry run it names nothing. */
  readonly hearingId: string;
  /** The folder's name. */
  readonly key: string;
  readonly digest: string;
  /** What came; absent where nothing did. */
  readonly came?: {
    readonly title: string;
    readonly startsAt: Date;
    readonly timeZone: string;
    readonly draft: boolean;
    /** Seconds; null where nothing is said. */
    readonly duration: number | null;
    readonly counts: ImportCounts;
  };
  readonly problems: readonly ImportProblem[];
}
