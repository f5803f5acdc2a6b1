import type { FormatSpeaker } from './transcript.types.js';

/** Stands where nobody is named, in formats where somebody must be. */
export const NOBODY = 'Unnamed speaker';

const LONGEST = 100;
const MADE_BY_MACHINE = /^(?:(?:speaker|spk|unknown|unidentified)[\s_-]*)?[\d]*$/i;

/** A label that a source gives instead of a table of speakers: a name, unless a machine made it. */
export function speakerFromLabel(label: string): FormatSpeaker {
  return { label, name: MADE_BY_MACHINE.test(label) ? null : label, position: null, organisation: null };
}

/** What readers see for each speaker: the name if known, never the same for two, on one line, without marks. */
export class Voices {
  private readonly byLabel = new Map<string, string>();
  private readonly taken = new Set<string>([NOBODY]);

  constructor(speakers: readonly FormatSpeaker[]) {
    for (const speaker of speakers) this.admit(speaker);
  }

  /** Undefined for a label that was not admitted. */
  of(label: string): string | undefined {
    return this.byLabel.get(label);
  }

  admit(speaker: FormatSpeaker): string {
    const known = this.byLabel.get(speaker.label);
    if (known !== undefined) return known;
    const wished = plain(speaker.name ?? '') || plain(speaker.label) || 'Speaker';
    let voice = wished;
    for (let n = 2; this.taken.has(voice); n += 1) voice = `${wished} (${n})`;
    this.taken.add(voice);
    this.byLabel.set(speaker.label, voice);
    return voice;
  }
}

/** One line without the marks that end a name in one of the formats. */
function plain(name: string): string {
  const line = name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/ ?[:|]/g, ' -')
    .replace(/^[-–—\s]+/, '')
    // A name that ends in two dashes would make `-->` of the mark that closes it.
    .replace(/-{2,}/g, '-')
    .trim();
  return Array.from(line).slice(0, LONGEST).join('').trim();
}

export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
