export type TranscriptFormat = 'vtt' | 'srt' | 'text' | 'json';

/** One thing said: seconds from the start of the recording, in double precision, kept exactly. */
export interface FormatCue {
  start: number;
  end: number;
  /** The label of a speaker, or null where the source names none. */
  speaker: string | null;
  text: string;
}

export interface FormatSpeaker {
  label: string;
  name: string | null;
  position: string | null;
  organisation: string | null;
}

/** What was found in a source. `mended: false` means refused: nothing of that source may be taken. */
export interface FormatProblem {
  file?: string;
  /** Counted from 1; 0 where the problem is the whole file. */
  line: number;
  code: string;
  detail: string;
  mended: boolean;
}

export interface FormatTranscript {
  /** A BCP 47 tag as the source writes it. */
  language: string | null;
  speakers: FormatSpeaker[];
  /** Ordered by start; those that start together stand as in the source. */
  cues: FormatCue[];
  problems: FormatProblem[];
}

export interface TranscriptMeta {
  title?: string | null;
  language: string | null;
  speakers: readonly FormatSpeaker[];
}

export type CueBatches = AsyncIterable<readonly FormatCue[]>;
