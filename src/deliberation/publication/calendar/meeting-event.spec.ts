import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { PublicMeeting } from '../shared/public-meeting.js';
import { calendarText } from './calendar-text.js';

const words = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...'\\;,:"^'),
    ),
  })
  .filter((text) => text !== '' && !/[\r\n]/.test(text));

const meetings: fc.Arbitrary<PublicMeeting> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('public_hearing', 'regional_summit'),
  title: words,
  description: fc.option(words),
  status: fc.constantFrom('noticed', 'postponed', 'rescheduled', 'cancelled', 'closed'),
  sequence: fc.nat(100),
  startsAt: fc.integer({ min: 0, max: 4_102_444_800 }).map((second) => second * 1000),
  endsAt: fc.constant(null),
  timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC'),
  language: fc.constantFrom('en', 'es-419', 'zh-Hant'),
  languages: fc.constant([]),
  venueName: fc.option(words),
  venueRoom: fc.option(words),
  venueAddress: fc.option(words),
  venueAccessibility: fc.option(words),
  venueParking: fc.option(words),
  contentNote: fc.option(words),
  createdAt: fc.constant(0),
  updatedAt: fc.constant(86_400_000),
  zones: fc.array(fc.record({ number: fc.nat(9), name: words }), { maxLength: 3 }),
  places: fc.array(
    fc.record({
      kind: fc.constant('remote' as const),
      // The reader takes a backslash of a parameter for an escape, which there it is not (RFC 6868).
      name: words.map((text) => text.replaceAll('\\', '/')),
      room: fc.constant(null),
      address: fc.constant(null),
      url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
      dialIn: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
  reason: fc.option(words),
  previousStarts: fc.constant([]),
  sessions: fc.constant([]),
});

const address = (id: string) => ({ host: 'record.example.org', url: `https://record.example.org/${id}` });

describe('a meeting in a calendar', () => {
  it('is read back whole, whatever its words, its zone and its time', () => {
    fc.assert(
      fc.property(words, fc.array(meetings, { minLength: 1, maxLength: 4 }), (name, given) => {
        const calendar = new ICAL.Component(ICAL.parse(calendarText(name, given, address)) as unknown[]);
        const events = calendar.getAllSubcomponents('vevent');
        expect(events).toHaveLength(given.length);
        for (const [i, meeting] of given.entries()) same(events.at(i) as ICAL.Component, meeting);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the planned sessions of a meeting', () => {
  const [meeting] = fc.sample(meetings, 1) as [PublicMeeting];
  const at = (time: string) => Date.parse(time);
  const days = [
    { name: 'First day', startsAt: at('2031-11-01T16:00:00Z'), endsAt: at('2031-11-02T00:30:00Z') },
    { name: 'Through the night', startsAt: at('2031-11-02T06:00:00Z'), endsAt: at('2031-11-02T17:00:00Z') },
  ];
  const description = (sessions: PublicMeeting['sessions']) => {
    const times = { startsAt: at('2031-11-01T16:00:00Z'), endsAt: at('2031-11-02T17:00:00Z') };
    const given = { ...meeting, ...times, timeZone: 'America/Los_Angeles', description: null, sessions };
    const calendar = new ICAL.Component(ICAL.parse(calendarText('', [given], address)) as unknown[]);
    return calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('description') as string;
  };

  it('are told by the clock of the meeting where there are several', () => {
    expect(description(days)).toContain(
      'First day: 2031-11-01 09:00 to 17:30\nThrough the night: 2031-11-01 23:00 to 2031-11-02 09:00',
    );
  });

  it('are not told of a day that the meeting was moved away from', () => {
    const stale = {
      name: 'Before',
      startsAt: at('2031-10-01T16:00:00Z'),
      endsAt: at('2031-10-01T17:00:00Z'),
    };
    expect(description([stale, ...days])).not.toContain('Before');
    expect(description([stale, ...days.slice(0, 1)])).not.toContain('First day');
  });

  it('are not told where there is but one: the event has its times', () => {
    expect(description(days.slice(0, 1))).not.toContain('First day');
  });
});

function categoriesOf(event: ICAL.Component): unknown[] {
  return event.getAllProperties('categories').flatMap((property) => property.getValues());
}

function same(event: ICAL.Component, meeting: PublicMeeting): void {
  const value = (name: string) => event.getFirstPropertyValue(name);
  expect(value('uid')).toBe(`${meeting.id}@record.example.org`);
  expect(value('summary')).toBe(meeting.title);
  expect(event.getFirstProperty('summary')!.getParameter('language')).toBe(meeting.language);
  const place = [meeting.venueName, meeting.venueRoom, meeting.venueAddress].filter((part) => part !== null);
  expect(value('location')).toBe(place.length === 0 ? null : place.join(', '));
  expect(value('sequence')).toBe(meeting.sequence);
  expect((value('dtstart') as ICAL.Time).toJSDate().getTime()).toBe(meeting.startsAt);
  expect((value('dtstamp') as ICAL.Time).toJSDate().getTime()).toBe(meeting.updatedAt);
  expect(value('url')).toBe(`https://record.example.org/${meeting.id}`);
  const zones = meeting.zones.map(({ number, name }) => `Zone ${number} ${name}`);
  expect(categoriesOf(event).slice(1)).toEqual(zones);
  const links = event.getAllProperties('conference');
  expect(links.map((link) => link.getFirstValue())).toEqual(
    meeting.places.map(({ url }) => new URL(url!).href),
  );
  expect(links.map((link) => link.getParameter('label'))).toEqual(meeting.places.map(({ name }) => name));
  for (const text of [meeting.description, meeting.contentNote, meeting.venueAccessibility]) {
    if (text !== null) expect(value('description')).toContain(text);
  }
}
