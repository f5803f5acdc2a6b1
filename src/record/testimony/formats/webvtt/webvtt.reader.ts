import { type LineCue, refusedTranscript, transcriptOfLines } from '../common/line-cues.js';
import { ProblemList } from '../common/problems.js';
import { sourceLines } from '../common/source-lines.js';
import { isTimingLine, readTiming } from '../common/timing-line.js';
import type { FormatSpeaker, FormatTranscript } from '../common/transcript.types.js';
import { readCueText } from './cue-text.js';
import { SPEAKER_NOTE, readSpeakerRow } from './speaker-note.js';

const USUAL = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/;
const LANGUAGE = /^Language:[ \t]*([\w-]+)[ \t]*$/i;

/** WebVTT as https://www.w3.org/TR/webvtt1/ has it; what its parser would drop without a word is told. */
export function readWebVtt(input: string): FormatTranscript {
  const problems = new ProblemList();
  const lines = sourceLines(input, problems);
  if (lines === null) return refusedTranscript(problems);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    problems.add('SIGNATURE_MISSING', 1, 'A WebVTT file begins with the word WEBVTT.');
    return refusedTranscript(problems);
  }
  return new WebVttReader(lines, problems).read();
}

class WebVttReader {
  private at = 1;
  private language: string | null = null;
  private readonly cues: LineCue[] = [];
  private readonly labels = new Map<string, string>();
  private readonly speakers = new Map<string, FormatSpeaker>();

  constructor(
    private readonly lines: readonly string[],
    private readonly problems: ProblemList,
  ) {}

  read(): FormatTranscript {
    for (const line of this.blockLines()) this.language ??= LANGUAGE.exec(line)?.[1] ?? null;
    while (this.at < this.lines.length) this.readBlock();
    const { language, cues } = this;
    return transcriptOfLines({ language, speakers: [...this.speakers.values()], cues }, this.problems);
  }

  private readBlock(): void {
    const line = this.lines[this.at] ?? '';
    if (line === '') {
      this.at += 1;
    } else if (isTimingLine(line)) {
      this.readCue();
    } else if (isTimingLine(this.lines[this.at + 1] ?? '')) {
      this.at += 1;
      this.readCue();
    } else if (line === SPEAKER_NOTE) {
      for (const row of this.blockLines()) this.admit(row);
    } else {
      const isKnown =
        /^NOTE(?:[ \t]|$)/.test(line) || (this.cues.length === 0 && /^(?:STYLE|REGION)[ \t]*$/.test(line));
      if (!isKnown) this.problems.add('STRAY_TEXT', this.at + 1, 'Text that belongs to no cue; left out.');
      this.blockLines();
    }
  }

  /** The lines up to the next empty one or the next cue, which ends a block even where the empty line is missing. */
  private blockLines(): readonly string[] {
    const from = this.at;
    while (
      this.at < this.lines.length &&
      this.lines[this.at] !== '' &&
      !isTimingLine(this.lines[this.at] ?? '')
    ) {
      this.at += 1;
    }
    return this.lines.slice(from, this.at);
  }

  private readCue(): void {
    const line = this.at + 1;
    const timing = readTiming(this.lines[this.at] ?? '', line, USUAL, this.problems);
    this.at += 1;
    const payload = this.blockLines().join('\n');
    if (timing === null) return;
    const { start, end, settings } = timing;
    if (settings !== null)
      this.problems.once('SETTINGS_DROPPED', line, 'Where cues stand on the screen is not kept.');
    const utterances = readCueText(payload);
    if (utterances.length > 1) {
      this.problems.add(
        'VOICES_SPLIT',
        line,
        `One cue with ${utterances.length} voices; a cue for each, same times.`,
      );
    }
    for (const { voice, text } of utterances) {
      const speaker = voice === null ? null : (this.labels.get(voice) ?? voice);
      this.cues.push({ start, end, speaker, text, line });
    }
  }

  private admit(line: string): void {
    const row = readSpeakerRow(line);
    if (row === null) return;
    this.labels.set(row.voice, row.speaker.label);
    if (!this.speakers.has(row.speaker.label)) this.speakers.set(row.speaker.label, row.speaker);
  }
}
