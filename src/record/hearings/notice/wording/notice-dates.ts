const DAY = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
const TIME = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** `Thursday, October 29, 2015 at 9:00 AM PDT` */
export function momentIn(timeZone: string, at: Date): string {
  return `${dayIn(timeZone, at)} at ${timeIn(timeZone, at)}`;
}

/** From when to when; the day is told twice only where it changes. */
export function spanIn(timeZone: string, from: Date, until: Date | null): string {
  if (until === null) return momentIn(timeZone, from);
  const isSameDay = dayIn(timeZone, from) === dayIn(timeZone, until);
  return `${momentIn(timeZone, from)} to ${isSameDay ? timeIn(timeZone, until) : momentIn(timeZone, until)}`;
}

function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-US', { ...DAY, timeZone }).format(at);
}

function timeIn(timeZone: string, at: Date): string {
  // Intl sets a narrow no-break space before AM and PM: a reader of plain text may have no glyph for it.
  return new Intl.DateTimeFormat('en-US', { ...TIME, timeZone }).format(at).replaceAll('\u202F', ' ');
}
