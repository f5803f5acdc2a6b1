import type { FormatCue, FormatProblem, FormatSpeaker } from '../formats/index.js';

export interface FolderTestimony {
  /** As the source spells it, also where it names no speaker. */
  name: string;
  url: string | null;
  /** Seconds of the transcript's clock. */
  start: number;
  end: number;
  position: 'for' | 'against' | 'neutral' | null;
  place: { borough: string | null; neighborhood: string | null };
  affiliations: string[];
  keyPoints: string[];
}

/** What the three files of a transcription service cannot say; ours stands in `hearing.json`, else it is guessed. */
export interface FolderHearing {
  title: string;
  /** A day of the hearing's own calendar, `YYYY-MM-DD`. */
  date: string | null;
  /** An instant with its offset, ISO 8601. */
  startsAt: string | null;
  /** An IANA name. */
  timeZone: string | null;
  zones: string[];
  /** Words of the hearings room, which judges them: this one does not know it. */
  kind: string | null;
  status: string | null;
  contentNote: string | null;
  language: string | null;
  description: string | null;
}

export interface HearingFolder {
  /** The folder's name: the same one is the same hearing. */
  key: string;
  /** SHA-256 in hex over the names and bytes of the files that are read. */
  digest: string;
  hearing: FolderHearing;
  speakers: FormatSpeaker[];
  /** A cue's number is its place here, from 0. */
  cues: FormatCue[];
  testimonies: FolderTestimony[];
  problems: FormatProblem[];
}

export type Batches<T> = Iterable<readonly T[]> | AsyncIterable<readonly T[]>;

export interface HearingFolderSource {
  hearing: FolderHearing;
  speakers: Batches<FormatSpeaker>;
  cues: Batches<FormatCue>;
  testimonies: Batches<FolderTestimony>;
}

export const FILES = {
  transcript: 'transcript.json',
  speakers: 'speakers.json',
  testimonies: 'testimonies.json',
  hearing: 'hearing.json',
} as const;
