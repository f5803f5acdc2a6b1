import { decodeReferences, guardLayout, trimLayout } from '../common/references.js';
import { guardSpeakerPrefix, splitSpeakerPrefix } from '../common/speaker-prefix.js';

export interface Utterance {
  voice: string | null;
  text: string;
}

const TOKEN = /<([^>]*)>?|[^<]+/g;
const VOICE = /^v(?:\.[^ \t\n\f]*)?(?:[ \t\n\f]+([^]*))?$/;

/** The words of a cue by voice. Other tags (bold, ruby, language, inner times) are looks, and only their words stay. */
export function readCueText(payload: string): Utterance[] {
  const spoken: Utterance[] = [{ voice: null, text: '' }];
  let hasVoices = false;
  for (const [token, tag] of trimLayout(payload).matchAll(TOKEN)) {
    const voice = tag === undefined ? null : VOICE.exec(tag);
    if (voice) {
      hasVoices = true;
      spoken.push({ voice: annotation(voice[1] ?? ''), text: '' });
    } else if (tag === '/v') {
      spoken.push({ voice: null, text: '' });
    } else if (tag === undefined) {
      const last = spoken.at(-1);
      if (last) last.text += token;
    }
  }
  const utterances = spoken.map(({ voice, text }) => ({ voice, text: trimLayout(text) }));
  if (!hasVoices) {
    const text = utterances.map((utterance) => utterance.text).join('');
    const prefixed = splitSpeakerPrefix(text);
    return [
      {
        voice: prefixed && decodeReferences(prefixed.speaker),
        text: decodeReferences(prefixed?.text ?? text),
      },
    ];
  }
  const said = utterances.filter((utterance) => utterance.text !== '');
  const decoded = said.map(({ voice, text }) => ({ voice, text: decodeReferences(text) }));
  return decoded.length > 0 ? decoded : [{ voice: null, text: '' }];
}

export function writeCueText({ voice, text }: Utterance): string {
  const escaped = guardLayout(escape(text));
  return voice === null ? guardSpeakerPrefix(escaped) : `<v ${escape(voice)}>${escaped}`;
}

function annotation(raw: string): string | null {
  return decodeReferences(raw).replace(/\s+/g, ' ').trim() || null;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
