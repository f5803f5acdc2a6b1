import { formatStamp } from '../common/clock.js';
import type { CueBatches, FormatCue, FormatSpeaker, TranscriptMeta } from '../common/transcript.types.js';
import { NOBODY, Voices, oneLine } from '../common/voices.js';
import { speakerLine } from './speaker-line.js';

/** A long speech gets a new paragraph, and with it a new time, after about so many characters. */
const PARAGRAPH = 1200;

/**
 * For reading and printing: a paragraph for each turn, with the second in which it begins. The borders of cues, their
 * ends and line breaks are not in it.
 */
export async function* writeText(meta: TranscriptMeta, batches: CueBatches): AsyncGenerator<string> {
  const voices = new Voices(meta.speakers);
  yield header(meta, voices);
  const turns = new Turns(voices);
  for await (const batch of batches) yield batch.map((cue) => turns.write(cue)).join('');
  yield '\n';
}

function header({ title, language, speakers }: TranscriptMeta, voices: Voices): string {
  const lines = [`# ${oneLine(title ?? '') || 'Transcript'}`];
  if (language !== null && /^[\w-]+$/.test(language)) lines.push(`# Language: ${language}`);
  return [...lines, ...speakers.map((speaker) => speakerLine(voices.admit(speaker), speaker))].join('\n');
}

class Turns {
  private speaker: string | null | undefined;
  private length = 0;

  constructor(private readonly voices: Voices) {}

  write({ start, speaker, text }: FormatCue): string {
    const words = oneLine(text);
    if (words === '') return '';
    const continues = this.speaker === speaker && this.length < PARAGRAPH;
    this.length = continues ? this.length + words.length : words.length;
    this.speaker = speaker;
    return continues
      ? ` ${words}`
      : `\n\n${this.introduction(speaker)}[${formatStamp(start)}] ${this.voice(speaker)}: ${words}`;
  }

  private voice(label: string | null): string {
    return label === null ? NOBODY : (this.voices.of(label) ?? NOBODY);
  }

  private introduction(label: string | null): string {
    if (label === null || this.voices.of(label) !== undefined) return '';
    const speaker: FormatSpeaker = { label, name: null, position: null, organisation: null };
    return `${speakerLine(this.voices.admit(speaker), speaker)}\n\n`;
  }
}
