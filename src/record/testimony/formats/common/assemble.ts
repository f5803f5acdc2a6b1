import { isPlausible } from './clock.js';
import type { ProblemCode } from './problems.js';
import { isStorable } from './source-lines.js';
import type { FormatCue, FormatSpeaker } from './transcript.types.js';
import { speakerFromLabel } from './voices.js';

export type AssemblyReport = (
  code: ProblemCode,
  list: 'cues' | 'speakers',
  index: number,
  detail: string,
) => void;

export interface Assembly {
  speakers: FormatSpeaker[];
  cues: FormatCue[];
  /** False for formats without a table of speakers, where a name first met in a cue is no surprise. */
  hasSpeakerTable: boolean;
  report: AssemblyReport;
}

/** The rules every format shares: what is refused, what is mended, and who spoke. */
export function assemble(source: Assembly): { speakers: FormatSpeaker[]; cues: FormatCue[] } {
  const byLabel = speakersByLabel(source);
  const cues = inOrder(
    source.cues.filter((cue, i) => isTaken(cue, i, source.report)),
    source,
  ).map((cue) => ({
    // Minus zero is not told apart by any format but would fail a comparison.
    start: cue.start + 0,
    end: cue.end + 0,
    speaker: cue.speaker?.trim() ? cue.speaker : null,
    text: cue.text,
  }));
  const indexOf = new Map<string, number>();
  source.cues.forEach(({ speaker }, i) => {
    if (speaker !== null && !indexOf.has(speaker)) indexOf.set(speaker, i);
  });
  for (const { speaker } of cues) {
    if (speaker === null || byLabel.has(speaker)) continue;
    if (source.hasSpeakerTable) {
      const detail = `Speaker ${JSON.stringify(speaker)} is in no list of speakers; kept without a name.`;
      source.report('SPEAKER_UNDECLARED', 'cues', indexOf.get(speaker) ?? 0, detail);
      byLabel.set(speaker, { label: speaker, name: null, position: null, organisation: null });
    } else {
      byLabel.set(speaker, speakerFromLabel(speaker));
    }
  }
  return { speakers: [...byLabel.values()], cues };
}

function speakersByLabel({ speakers, report }: Assembly): Map<string, FormatSpeaker> {
  const byLabel = new Map<string, FormatSpeaker>();
  speakers.forEach((speaker, i) => {
    if (
      ![speaker.label, speaker.name, speaker.position, speaker.organisation].every((s) => isStorable(s ?? ''))
    ) {
      report('TEXT_NOT_STORABLE', 'speakers', i, 'A NUL character or half a surrogate pair.');
    } else if (byLabel.has(speaker.label)) {
      report('LABEL_DUPLICATE', 'speakers', i, `The label ${JSON.stringify(speaker.label)} is given twice.`);
    } else {
      byLabel.set(speaker.label, speaker);
    }
  });
  return byLabel;
}

function isTaken(cue: FormatCue, index: number, report: AssemblyReport): boolean {
  const say = (code: ProblemCode, detail: string): false => {
    report(code, 'cues', index, detail);
    return false;
  };
  if (!isStorable(cue.text) || !isStorable(cue.speaker ?? '')) {
    return say('TEXT_NOT_STORABLE', 'A NUL character or half a surrogate pair.');
  }
  if (!isPlausible(cue.start) || !isPlausible(cue.end)) return say('TIME_INVALID', 'No time of a recording.');
  if (cue.start < 0 || cue.end < 0) return say('TIME_NEGATIVE', 'A time before the recording starts.');
  if (cue.end < cue.start)
    return say('TIME_REVERSED', `It ends (${cue.end} s) before it starts (${cue.start} s).`);
  if (cue.text.trim() === '') return say('CUE_EMPTY', 'A cue without words; left out.');
  if (cue.end === cue.start) say('CUE_ZERO_LENGTH', 'It ends when it starts; kept.');
  return true;
}

function inOrder(cues: FormatCue[], source: Assembly): FormatCue[] {
  const first = cues.findIndex((cue, i) => i > 0 && cue.start < (cues[i - 1]?.start ?? 0));
  if (first === -1) return cues;
  const cue = cues[first];
  const detail = 'Cues out of order, this one first; sorted by their start.';
  source.report('CUES_REORDERED', 'cues', cue ? source.cues.indexOf(cue) : 0, detail);
  return cues.toSorted((a, b) => a.start - b.start);
}
