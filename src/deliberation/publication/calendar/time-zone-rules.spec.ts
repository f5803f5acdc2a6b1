import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { contentLine } from './ical-text.js';
import { timeZoneComponent } from './time-zone-rules.js';
import { isUtc, timeProperty } from './wall-clock.js';

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'US/Pacific', 'EST5EDT', 'Etc/GMT+5'];
const FROM = Date.UTC(1970, 0, 1) / 1000;
const TO = Date.UTC(2100, 0, 1) / 1000;

/** What an independent reader makes of these moments, in seconds since 1970. */
function readBack(zone: string, moments: readonly number[]): number[] {
  const dates = moments.map((moment) => new Date(moment * 1000));
  const rules = isUtc(zone) ? '' : timeZoneComponent(zone, dates);
  const events = dates.map(
    (date) => `BEGIN:VEVENT\r\n${contentLine(...timeProperty('DTSTART', date, zone))}END:VEVENT\r\n`,
  );
  const text = `BEGIN:VCALENDAR\r\n${rules}${events.join('')}END:VCALENDAR\r\n`;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime() / 1000);
}

const zone = fc.constantFrom(...ZONES);
const moment = fc.integer({ min: FROM, max: TO });

describe('a moment with the rules of its zone', () => {
  it('is read back as it was, in any zone from 1970 to 2100', () => {
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        expect(readBack(name, [at])).toEqual([at]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read back beside any other moment of its calendar', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 12 * 366 * 86_400 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(zone, moment, moments, (name, start, more) => {
        const all = more.map((offset) => Math.min(start + offset, TO)).toSorted((a, b) => a - b);
        expect(readBack(name, all)).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });

  it.each(['America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'Europe/Dublin'])(
    'is read back in every quarter of an hour of the nights when the clocks of %s change',
    (name) => {
      const year = [1971, 1985, 2011, 2026].map((y) => Date.UTC(y, 0, 1) / 1000);
      const nights = year.flatMap((start) => changesAfter(name, start, 4));
      for (const night of nights) {
        const quarters = Array.from({ length: 49 }, (_, i) => night + (i - 24) * 900);
        expect(readBack(name, quarters)).toEqual(quarters);
      }
      expect(nights.length).toBeGreaterThan(0);
    },
  );
});

describe('the rules of a zone', () => {
  it('are one observance for each change of the clock, named, with their offsets', () => {
    const rules = timeZoneComponent('America/Los_Angeles', [new Date('2026-02-01T00:00:00Z')]);
    expect(rules.match(/BEGIN:STANDARD/g)).toHaveLength(3);
    expect(rules.match(/BEGIN:DAYLIGHT/g)).toHaveLength(2);
    expect(rules).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nTZNAME:PDT\r\nEND:DAYLIGHT\r\n',
    );
  });

  it('are one line of clocks where the clock never changed', () => {
    const rules = timeZoneComponent('Etc/GMT+5', [new Date(0)]);
    expect(rules.match(/BEGIN:/g)).toHaveLength(2);
    expect(rules).toContain('TZOFFSETTO:-0500');
  });

  it('do not list the centuries between two moments', () => {
    const moments = [new Date('2026-02-01T00:00:00Z'), new Date('9026-02-01T00:00:00Z')];
    expect(timeZoneComponent('America/Los_Angeles', moments).match(/BEGIN:/g)).toHaveLength(11);
  });
});

/** The next moments at which the offset of a zone changes, to the minute. */
function changesAfter(name: string, start: number, limit: number): number[] {
  const offset = (at: number): string =>
    new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' })
      .formatToParts(at * 1000)
      .find(({ type }) => type === 'timeZoneName')!.value;
  const found: number[] = [];
  for (let day = start; day < start + 800 * 86_400 && found.length < limit; day += 86_400) {
    if (offset(day) === offset(day + 86_400)) continue;
    let [low, high] = [day, day + 86_400];
    while (high - low > 60) {
      const middle = low + Math.floor((high - low) / 120) * 60;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}
