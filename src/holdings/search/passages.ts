import type { SearchEntry } from './search-index.js';

/** One cue as the index needs it. `start` in seconds of the recording. */
export interface SpokenLine {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly speaker: string | null;
  /** Positions of the testimonies it belongs to. */
  readonly positions: readonly string[];
}

export interface PassageSettings {
  readonly hearingId: string | null;
  /** When second 0 of the recording was. */
  readonly startedAt: Date;
  readonly language: string;
  readonly title: string;
}

/** Cue by cue, a phrase across a border is not found (11 of 200); in passages of 20 that share a cue, it is (200 of 200). */
const LENGTH = 20;
const SHARED = 1;
/** Cues of a text without times can be pages long; a passage of them must stay one that can be indexed and marked. */
const CHARACTERS = 20_000;

/** The passages of a transcript's cues, in order; each begins with the last cue of the one before. */
export function passagesOf(lines: readonly SpokenLine[], settings: PassageSettings): SearchEntry[] {
  const passages: SearchEntry[] = [];
  for (let at = 0; at === 0 || at + SHARED < lines.length;) {
    const part = partFrom(lines, at);
    const [first] = part;
    if (!first) break;
    passages.push({
      number: passages.length,
      kind: 'passage',
      hearingId: settings.hearingId,
      happenedAt: new Date(settings.startedAt.getTime() + first.start * 1000),
      language: settings.language,
      title: settings.title,
      body: part.map((line) => line.text.replaceAll(/\s+/g, ' ')).join('\n'),
      speakers: [...new Set(part.flatMap((line) => line.speaker ?? []))],
      positions: [...new Set(part.flatMap((line) => line.positions))],
      cues: part.map((line) => line.number),
    });
    at += Math.max(part.length - SHARED, 1);
  }
  return passages;
}

/** As many lines as a passage holds; two at least, or it would not get on. */
function partFrom(lines: readonly SpokenLine[], at: number): SpokenLine[] {
  const part: SpokenLine[] = [];
  let characters = 0;
  for (const line of lines.slice(at, at + LENGTH)) {
    if (part.length > SHARED && characters + line.text.length > CHARACTERS) break;
    part.push(line);
    characters += line.text.length;
  }
  return part;
}
