import { withoutByteOrderMark } from './common/source-lines.js';
import type { TranscriptFormat } from './common/transcript.types.js';

const BY_EXTENSION: Readonly<Record<string, TranscriptFormat>> = {
  vtt: 'vtt',
  webvtt: 'vtt',
  srt: 'srt',
  txt: 'text',
  text: 'text',
  md: 'text',
  json: 'json',
};

/** By what the first characters say where that is plain, else by the file's extension; null when neither tells. */
export function detectFormat(filename: string, head: string): TranscriptFormat | null {
  const start = withoutByteOrderMark(head);
  if (start.includes('\0')) return null;
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt';
  if (/^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(start)) return 'json';
  if (/^(?:\s*\d+[ \t]*\r?\n)?\s*\d+:\d{2}:\d{2}[,.]\d+[ \t]*-->/.test(start)) return 'srt';
  const extension = /\.([^./\\]+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? null;
}
