import { type LineCue, refusedTranscript, transcriptOfLines } from '../common/line-cues.js';
import { ProblemList } from '../common/problems.js';
import { sourceLines } from '../common/source-lines.js';
import type { FormatSpeaker, FormatTranscript } from '../common/transcript.types.js';
import { NOBODY, speakerFromLabel } from '../common/voices.js';
import { readSpeakerLine } from './speaker-line.js';
import { isNameLike, readStamp } from './stamp.js';

const LANGUAGE = /^# Language:[ \t]*([\w-]+)[ \t]*$/i;
const PREFIX = /^([^:]{1,120}?):(?:\s+|$)(.*)$/;

interface Paragraph extends Omit<LineCue, 'end'> {
  end: number | null;
}

/** Plain text with times. Words without any are refused: when they were said cannot be known from them. */
export function readText(input: string): FormatTranscript {
  const problems = new ProblemList();
  const lines = sourceLines(input, problems);
  if (lines === null) return refusedTranscript(problems);
  return new TextReader(lines, problems).read();
}

class TextReader {
  private readonly speakers = new Map<string, FormatSpeaker>();
  private readonly paragraphs: Paragraph[] = [];
  private language: string | null = null;
  private hasTimes = false;
  private afterBlank = true;

  constructor(
    private readonly lines: readonly string[],
    private readonly problems: ProblemList,
  ) {
    for (const line of lines) {
      const found = readSpeakerLine(line);
      if (found === null) continue;
      const { voice, position, organisation } = found;
      this.speakers.set(voice, { ...speakerFromLabel(voice), position, organisation });
    }
  }

  read(): FormatTranscript {
    this.lines.forEach((line, i) => this.readLine(line, i + 1));
    if (!this.hasTimes) {
      this.problems.add('TIMES_MISSING', 1, 'No line carries a time, such as [0:07:34].');
      return refusedTranscript(this.problems);
    }
    const cues = withEnds(this.paragraphs, this.problems);
    return transcriptOfLines(
      { language: this.language, speakers: [...this.speakers.values()], cues },
      this.problems,
    );
  }

  private readLine(line: string, number: number): void {
    if (readSpeakerLine(line) !== null) return;
    const stamped = readStamp(line);
    if (stamped) this.begin(stamped, number);
    else if (!this.hasTimes) this.preamble(line, number);
    else if (line.trim() !== '') this.carryOn(line.trim(), number);
    this.afterBlank = line.trim() === '';
  }

  private preamble(line: string, number: number): void {
    this.language ??= LANGUAGE.exec(line)?.[1] ?? null;
    if (line.trim() !== '' && !line.startsWith('# ')) {
      this.problems.once('STRAY_TEXT', number, 'Text before the first time; left out.');
    }
  }

  private begin({ start, end, name, rest }: NonNullable<ReturnType<typeof readStamp>>, line: number): void {
    this.hasTimes = true;
    if (start === null) {
      this.problems.add('TIME_INVALID', line, 'Not a time of the form h:mm:ss.');
      return;
    }
    const { speaker, text } = name === null ? this.named(rest) : { speaker: name, text: rest };
    this.paragraphs.push({ start, end, speaker: speaker === NOBODY ? null : speaker, text, line });
  }

  private carryOn(text: string, line: number): void {
    const last = this.paragraphs.at(-1);
    if (!last) return;
    const named = this.named(text);
    if (last.text === '') {
      // The words stand below a line of their own for time and speaker.
      Object.assign(last, last.speaker === null ? named : { text });
    } else if (this.afterBlank && named.speaker !== null) {
      this.problems.add('TIME_INHERITED', line, 'A paragraph without a time; given the one before it.');
      this.paragraphs.push({ start: last.start, end: last.end, ...named, line });
    } else {
      last.text += (this.afterBlank ? '\n' : ' ') + text;
    }
  }

  private isDeclared(name: string): boolean {
    return this.speakers.has(name) || name === NOBODY;
  }

  private named(text: string): { speaker: string | null; text: string } {
    const [, name = '', rest = ''] = PREFIX.exec(text) ?? [];
    if (this.isDeclared(name)) return { speaker: name, text: rest };
    const speaker = name
      .replace(/^\[(.*)\]$/, '$1')
      .replace(/^>>\s*/, '')
      .trim();
    const isName = this.speakers.size > 0 ? this.isDeclared(speaker) : isNameLike(speaker);
    return speaker && isName ? { speaker, text: rest } : { speaker: null, text };
  }
}

/** A paragraph ends where the next later one begins; the last, of which nothing is known, when it starts. */
function withEnds(paragraphs: readonly Paragraph[], problems: ProblemList): LineCue[] {
  const starts = [...new Set(paragraphs.map(({ start }) => start))].toSorted((a, b) => a - b);
  const next = new Map(starts.map((start, i) => [start, starts[i + 1] ?? start]));
  return paragraphs.map((paragraph) => {
    if (paragraph.end !== null) return { ...paragraph, end: paragraph.end };
    problems.once('ENDS_ASSUMED', paragraph.line, 'Ends are not given; each is the start of the next.');
    return { ...paragraph, end: next.get(paragraph.start) ?? paragraph.start };
  });
}
