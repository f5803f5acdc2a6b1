import { parseClock } from './clock.js';
import type { ProblemList } from './problems.js';

const TIMING = /^[ \t]*([-\d:.,]+)[ \t]*-->[ \t]*([-\d:.,]+)(?:[ \t]+(\S.*)?)?$/;

export interface Timing {
  start: number;
  end: number;
  settings: string | null;
}

export function isTimingLine(line: string): boolean {
  return line.includes('-->');
}

/** Reads `start --> end [settings]`, or tells why it cannot. `usual` is the clock as the format's own rules have it. */
export function readTiming(
  line: string,
  number: number,
  usual: RegExp,
  problems: ProblemList,
): Timing | null {
  const [, from = '', to = '', settings = null] = TIMING.exec(line) ?? [];
  const start = parseClock(from);
  const end = parseClock(to);
  if (start === null || end === null) {
    problems.add('TIME_INVALID', number, 'Not a pair of times of the form hh:mm:ss.mmm --> hh:mm:ss.mmm.');
    return null;
  }
  if (start >= 0 && end >= 0 && !(usual.test(from) && usual.test(to))) {
    problems.once(
      'TIME_UNUSUAL',
      number,
      'Times not written as the format has them; read for what they say.',
    );
  }
  return { start, end, settings };
}
