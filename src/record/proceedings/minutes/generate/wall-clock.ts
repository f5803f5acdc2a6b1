/** Moments told by the clock on the hearing's wall. */
export class WallClock {
  private readonly dayFormat: Intl.DateTimeFormat;
  private readonly timeFormat: Intl.DateTimeFormat;
  private readonly shortDay: Intl.DateTimeFormat;

  /** A moment on another day than `first` is told with its day. */
  constructor(
    readonly timeZone: string,
    private readonly first: Date,
  ) {
    this.dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone });
    this.shortDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone });
    this.timeFormat = new Intl.DateTimeFormat('en-US', {
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
      timeZone,
    });
  }

  /** `Tuesday, March 4, 2031` */
  day(moment: Date): string {
    return this.dayFormat.format(moment);
  }

  /** `9:02 a.m.`, or `12:20 a.m. on March 5` */
  time(moment: Date): string {
    const parts = new Map(this.timeFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
    const time = `${parts.get('hour')}:${parts.get('minute')} ${parts.get('dayPeriod') === 'AM' ? 'a.m.' : 'p.m.'}`;
    if (this.day(moment) === this.day(this.first)) return time;
    return `${time} on ${this.shortDay.format(moment)}`;
  }

  span(from: Date, until: Date | null): string {
    return until === null ? `from ${this.time(from)} on` : `from ${this.time(from)} to ${this.time(until)}`;
  }
}

/** A sentence whose last word is a time has its full stop already. */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
