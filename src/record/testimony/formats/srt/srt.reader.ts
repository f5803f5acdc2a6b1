import { type LineCue, refusedTranscript, transcriptOfLines } from '../common/line-cues.js';
import { ProblemList } from '../common/problems.js';
import { sourceLines } from '../common/source-lines.js';
import { isTimingLine, readTiming } from '../common/timing-line.js';
import type { FormatTranscript } from '../common/transcript.types.js';
import { readSrtText } from './cue-text.js';

const USUAL = /^\d{2,}:[0-5]\d:[0-5]\d,\d{3}$/;
const COUNTER = /^[ \t]*\d+[ \t]*$/;

/** SubRip. A cue reaches to the next times, so that neither empty lines within it nor a missing counter lose words. */
export function readSrt(input: string): FormatTranscript {
  const problems = new ProblemList();
  const lines = sourceLines(input, problems);
  if (lines === null) return refusedTranscript(problems);
  const timings = lines.flatMap((line, i) => (isTimingLine(line) ? [i] : []));
  const cues = timings.flatMap((at, n): LineCue[] => {
    const timing = readTiming(lines[at] ?? '', at + 1, USUAL, problems);
    if (timing === null) return [];
    if (timing.settings !== null) {
      problems.once('SETTINGS_DROPPED', at + 1, 'Where cues stand on the screen is not kept.');
    }
    const { voice: speaker, text } = readSrtText(
      lines.slice(at + 1, blockEnd(lines, timings[n + 1])).join('\n'),
    );
    return [{ start: timing.start, end: timing.end, speaker, text, line: at + 1 }];
  });
  const before = lines.slice(0, blockEnd(lines, timings[0])).findIndex((line) => line.trim() !== '');
  if (before !== -1) problems.add('STRAY_TEXT', before + 1, 'Text before the first times; left out.');
  return transcriptOfLines({ language: null, speakers: [], cues }, problems);
}

/** Where the lines end that come before a cue: its counter is not of them. */
function blockEnd(lines: readonly string[], nextTiming: number | undefined): number {
  if (nextTiming === undefined) return lines.length;
  return COUNTER.test(lines[nextTiming - 1] ?? '') ? nextTiming - 1 : nextTiming;
}
