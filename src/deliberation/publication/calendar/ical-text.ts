const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' };

/** What no TEXT and no parameter may hold (RFC 5545, 3.1): control characters of ASCII but the tab and line ends. */
export const CONTROLS = /[^\P{Cc}\t\n\u0080-\u009f]/gu;

/** A value of type TEXT: its line ends are `\n` in the escaped text, whatever they were. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,\n]/g, (character) => ESCAPED[character]!);
}

/** A line with its end, folded so that no physical line has more than 75 octets and none cuts a character. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  if (line.length <= 75 && Buffer.byteLength(line) <= 75) return `${line}\r\n`;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

export function textLine(name: string, text: string): string {
  return contentLine(name, escapeText(text));
}
