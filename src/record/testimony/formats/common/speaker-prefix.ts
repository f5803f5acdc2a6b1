import { reference } from './references.js';

/** How speech is marked where a format has no mark of its own: `[Anything]: `, or a name in capitals. */
const BRACKETED = /^\[([^[\]\n]{1,200})\]:[ \t]*/;
const CAPITALS = /^(?:(?:>>|&gt;&gt;)[ \t]*)?(\p{Lu}[\p{Lu}\p{M}\d .,'’()-]{1,60}):[ \t]+(?=\S)/u;

export interface Prefixed {
  speaker: string;
  text: string;
}

/** Takes a speaker's name off the front of a cue, if one stands there. */
export function splitSpeakerPrefix(text: string): Prefixed | null {
  const match = BRACKETED.exec(text) ?? CAPITALS.exec(text);
  const speaker = match?.[1]?.trim();
  return match && speaker ? { speaker, text: text.slice(match[0].length) } : null;
}

/** Writes words that nobody is named for so that they are not read as a name. */
export function guardSpeakerPrefix(text: string): string {
  if (splitSpeakerPrefix(text) === null) return text;
  if (text.startsWith('&gt;')) return `&#62;${text.slice('&gt;'.length)}`;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return reference(first) + text.slice(first.length);
}
