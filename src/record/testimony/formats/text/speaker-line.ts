import type { FormatSpeaker } from '../common/transcript.types.js';
import { oneLine } from '../common/voices.js';

const MARK = '# Speaker: ';

/** `# Speaker: Jane Roe | Director | Office of Examples`; a name is all that must stand there. */
export function speakerLine(voice: string, speaker: FormatSpeaker): string {
  const parts = [voice, field(speaker.position), field(speaker.organisation)];
  while (parts.at(-1) === '') parts.pop();
  return MARK + parts.join(' | ');
}

export function readSpeakerLine(
  line: string,
): { voice: string; position: string | null; organisation: string | null } | null {
  if (!line.startsWith(MARK)) return null;
  const [voice = '', position = '', organisation = ''] = line
    .slice(MARK.length)
    .split('|')
    .map((part) => part.trim());
  return voice ? { voice, position: position || null, organisation: organisation || null } : null;
}

function field(value: string | null): string {
  return oneLine(value ?? '').replaceAll('|', '/');
}
