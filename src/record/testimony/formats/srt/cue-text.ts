import { decodeReferences, guardLayout, trimLayout } from '../common/references.js';
import { guardSpeakerPrefix, splitSpeakerPrefix } from '../common/speaker-prefix.js';

const LOOKS = /<\/?(?:b|i|u|s|font)\b[^>]{0,300}>|\{\\[^}]{0,300}\}/gi;

export interface SrtWords {
  voice: string | null;
  text: string;
}

/** SubRip has no rules of its own for text: the usual tags go, references are read, a leading name is the speaker. */
export function readSrtText(payload: string): SrtWords {
  const text = trimLayout(payload.replace(LOOKS, ''));
  const prefixed = splitSpeakerPrefix(text);
  return {
    voice: prefixed && decodeReferences(prefixed.speaker),
    text: decodeReferences(prefixed?.text ?? text),
  };
}

/** Escapes no more than it must, since players show a reference as it stands. */
export function writeSrtText({ voice, text }: SrtWords): string {
  const escaped = guardLayout(escape(text));
  return voice === null ? guardSpeakerPrefix(escaped) : `[${escape(voice)}]: ${escaped}`;
}

function escape(text: string): string {
  return text
    .replace(/&(?=(?:#\d+|#[xX][\da-fA-F]+|[a-z]{2,4});)/g, '&amp;')
    .replace(/<(?=\/?(?:b|i|u|s|font)\b)/gi, '&lt;')
    .replace(/\{(?=\\)/g, '&#123;')
    .replaceAll('-->', '--&gt;');
}
