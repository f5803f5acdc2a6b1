import type { FormatSpeaker } from '../common/transcript.types.js';

/**
 * WebVTT has voices and no table of speakers. Ours stands in comments, which players skip: one JSON object a line,
 * that ties a voice to the speaker's label and particulars.
 */
export const SPEAKER_NOTE = 'NOTE speakers';

export function speakerRow(voice: string, speaker: FormatSpeaker): string {
  const { label, name, position, organisation } = speaker;
  // A comment may not hold `-->`.
  return JSON.stringify({ voice, label, name, position, organisation }).replaceAll('>', '\\u003e');
}

/** Null for a line of somebody else's comment. */
export function readSpeakerRow(line: string): { voice: string; speaker: FormatSpeaker } | null {
  const row = parsed(line);
  if (typeof row !== 'object' || row === null) return null;
  const { voice, label, name, position, organisation } = row as Record<string, unknown>;
  if (typeof voice !== 'string' || typeof label !== 'string' || !voice || !label) return null;
  return {
    voice,
    speaker: {
      label,
      name: textOrNull(name),
      position: textOrNull(position),
      organisation: textOrNull(organisation),
    },
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
