import type {
  CueBatches,
  FormatTranscript,
  TranscriptFormat,
  TranscriptMeta,
} from './common/transcript.types.js';
import { readJson } from './json/json.reader.js';
import { writeJson } from './json/json.writer.js';
import { readSrt } from './srt/srt.reader.js';
import { writeSrt } from './srt/srt.writer.js';
import { readText } from './text/text.reader.js';
import { writeText } from './text/text.writer.js';
import { readWebVtt } from './webvtt/webvtt.reader.js';
import { writeWebVtt } from './webvtt/webvtt.writer.js';

export { isRefused, outcomeOf, type ProblemCode, type ProblemOutcome } from './common/problems.js';
export type * from './common/transcript.types.js';
export { detectFormat } from './detect.js';

const READERS: Readonly<Record<TranscriptFormat, (input: string) => FormatTranscript>> = {
  vtt: readWebVtt,
  srt: readSrt,
  text: readText,
  json: readJson,
};

const WRITERS: Readonly<
  Record<TranscriptFormat, (meta: TranscriptMeta, cues: CueBatches) => AsyncIterable<string>>
> = {
  vtt: writeWebVtt,
  srt: writeSrt,
  text: writeText,
  json: writeJson,
};

/** Never throws for what the input holds: look at `isRefused(problems)` before taking anything. */
export function parseTranscript(format: TranscriptFormat, input: string): FormatTranscript {
  return READERS[format](input);
}

/**
 * Streams a transcript, a string for each batch. JSON keeps all of it; WebVTT and SubRip carry milliseconds, SubRip and
 * text of a speaker only what can be read aloud, text no ends.
 */
export function writeTranscript(
  format: TranscriptFormat,
  meta: TranscriptMeta,
  cues: CueBatches,
): AsyncIterable<string> {
  return WRITERS[format](meta, cues);
}
