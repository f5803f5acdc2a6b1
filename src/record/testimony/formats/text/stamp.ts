import { parseClock } from '../common/clock.js';

const CLOCK = String.raw`-?(?:\d+:)?\d{1,3}:\d{2}(?:[.,]\d+)?`;
const STAMPED = new RegExp(
  String.raw`^\s*[[(](${CLOCK})(?:\s*(?:-->|-|–|to)\s*(${CLOCK}))?[\])]\s*(?:[-–—]\s+)?(.*)$`,
);
const BARE = new RegExp(String.raw`^\s*(${CLOCK})(?:\s+(?:[-–—]\s+)?(.*))?$`);
const NAME_FIRST = new RegExp(String.raw`^\s*(\S[^[(]{0,80}?)\s*[[(](${CLOCK})[\])]:?\s*(.*)$`);
const NAME_THEN_BARE = new RegExp(String.raw`^\s*(\S.{0,80}?)\s+(${CLOCK})\s*$`);

const NAME_WORD =
  /^(?:[\p{Lu}\d(#"'“].*|(?:d|de|del|della|di|da|dos|du|la|las|le|los|van|von|der|den|el|al|bin|ibn|of|y|e)['’]?)$/u;

export interface Stamped {
  /** Null where the clock is none. */
  start: number | null;
  end: number | null;
  name: string | null;
  rest: string;
}

/** `Jane Roe`, `SPEAKER 1`, `Dr. de la Cruz`: few words, each as a name has them. */
export function isNameLike(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length <= 6 && /^[\p{Lu}\d]/u.test(text.trim()) && words.every((word) => NAME_WORD.test(word));
}

/** Reads a line that carries a time: before the words, or after the speaker's name. */
export function readStamp(line: string): Stamped | null {
  const stamped = STAMPED.exec(line);
  if (stamped) return made(stamped[1], stamped[2], null, stamped[3]);
  const bare = BARE.exec(line);
  if (bare) return made(bare[1], undefined, null, bare[2]);
  const [, name = '', clock, rest] = NAME_FIRST.exec(line) ?? NAME_THEN_BARE.exec(line) ?? [];
  return clock !== undefined && isNameLike(name) ? made(clock, undefined, name.trim(), rest) : null;
}

function made(
  from: string | undefined,
  to: string | undefined,
  name: string | null,
  rest: string | undefined,
): Stamped {
  return {
    start: parseClock(from ?? ''),
    end: to === undefined ? null : parseClock(to),
    name,
    rest: (rest ?? '').trim(),
  };
}
