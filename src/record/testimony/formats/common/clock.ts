const CLOCK = /^(?:(\d+):)?(\d+):(\d{2})(?:[.,](\d+))?$/;

/** Beyond any recording, and beyond Unix time, which some services write: no such clock is right. */
const LATEST = 1e10;

export function isPlausible(seconds: number): boolean {
  return Number.isFinite(seconds) && Math.abs(seconds) <= LATEST;
}

/**
 * Seconds of `[[h:]m:]s[.fraction]`, the comma allowed for the dot; negative where a minus leads; null when it is no
 * clock. Minutes may pass 59 only where no hours are written.
 */
export function parseClock(clock: string): number | null {
  const negative = clock.startsWith('-');
  const match = CLOCK.exec(negative ? clock.slice(1) : clock);
  if (!match) return null;
  const [, hours, minutes = '', seconds = '', fraction = '0'] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  // Read as one decimal number: adding a fraction to whole seconds would round twice.
  const value = Number(`${whole}.${fraction}`);
  if (!isPlausible(value)) return null;
  return negative ? -value : value;
}

/** `hh:mm:ss.mmm`, rounded to the millisecond; hours take as many digits as they need. */
export function formatClock(seconds: number, separator: '.' | ','): string {
  const milliseconds = Math.round(seconds * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const hours = String(Math.floor(whole / 3600)).padStart(2, '0');
  return `${hours}:${sixtieths(whole)}${separator}${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** `h:mm:ss`, the second in which it begins. */
export function formatStamp(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 3600)}:${sixtieths(whole)}`;
}

function sixtieths(whole: number): string {
  const minutes = String(Math.floor(whole / 60) % 60).padStart(2, '0');
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
}
