import { formatClock } from '../common/clock.js';
import type { CueBatches, FormatCue, TranscriptMeta } from '../common/transcript.types.js';
import { Voices, oneLine } from '../common/voices.js';
import { writeCueText } from './cue-text.js';
import { SPEAKER_NOTE, speakerRow } from './speaker-note.js';

/** WebVTT carries milliseconds. A cue that ends when it starts is written as it is, though players show it for no time. */
export async function* writeWebVtt(meta: TranscriptMeta, batches: CueBatches): AsyncGenerator<string> {
  const voices = new Voices(meta.speakers);
  yield header(meta);
  const rows = meta.speakers.map((speaker) => speakerRow(voices.admit(speaker), speaker));
  if (rows.length > 0) yield `${SPEAKER_NOTE}\n${rows.join('\n')}\n\n`;
  for await (const batch of batches) {
    yield batch.map((cue) => introduction(cue, voices) + cueBlock(cue, voices)).join('');
  }
}

function header({ title, language }: TranscriptMeta): string {
  const line = oneLine(title ?? '').replaceAll('-->', '->');
  const tag = language !== null && /^[\w-]+$/.test(language) ? `Language: ${language}\n` : '';
  return `WEBVTT${line && ` - ${line}`}\n${tag}\n`;
}

/** Somebody who speaks and stands in no table is introduced just before. */
function introduction({ speaker: label }: FormatCue, voices: Voices): string {
  if (label === null || voices.of(label) !== undefined) return '';
  const speaker = { label, name: null, position: null, organisation: null };
  return `${SPEAKER_NOTE}\n${speakerRow(voices.admit(speaker), speaker)}\n\n`;
}

function cueBlock({ start, end, speaker, text }: FormatCue, voices: Voices): string {
  const voice = speaker === null ? null : (voices.of(speaker) ?? null);
  return `${formatClock(start, '.')} --> ${formatClock(end, '.')}\n${writeCueText({ voice, text })}\n\n`;
}
