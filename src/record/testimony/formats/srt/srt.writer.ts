import { formatClock } from '../common/clock.js';
import type { CueBatches, FormatCue, TranscriptMeta } from '../common/transcript.types.js';
import { Voices, speakerFromLabel } from '../common/voices.js';
import { writeSrtText } from './cue-text.js';

/** SubRip carries milliseconds and has no place for a title, a language or more of a speaker than a name. */
export async function* writeSrt(meta: TranscriptMeta, batches: CueBatches): AsyncGenerator<string> {
  const voices = new Voices(meta.speakers);
  let counter = 0;
  const block = ({ start, end, speaker, text }: FormatCue): string => {
    counter += 1;
    const voice = speaker === null ? null : voices.admit(speakerFromLabel(speaker));
    const times = `${formatClock(start, ',')} --> ${formatClock(end, ',')}`;
    return `${counter}\n${times}\n${writeSrtText({ voice, text })}\n\n`;
  };
  for await (const batch of batches) yield batch.map(block).join('');
}
