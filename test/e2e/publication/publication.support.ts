import ICAL from 'ical.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

export const HOST = 'hearings.example.org';

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly component: ICAL.Component;
}

/** What an independent reader makes of a calendar. */
export function readCalendar(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const value = (name: string): string | null => {
      const found = component.getFirstPropertyValue(name);
      return found === null ? null : `${found as string | number}`;
    };
    const moment = (name: string): string | null => {
      const time = component.getFirstPropertyValue(name) as ICAL.Time | null;
      return time?.toJSDate().toISOString() ?? null;
    };
    return {
      uid: value('uid')!,
      sequence: Number(value('sequence')),
      status: value('status')!,
      summary: value('summary')!,
      location: value('location'),
      description: value('description')!,
      startsAt: moment('dtstart')!,
      endsAt: moment('dtend'),
      component,
    };
  });
}

export interface Publication extends Desk {
  /** The calendar as a key reads it, or the public with null. */
  calendar(query?: string, key?: string | null): Promise<ReadEvent[]>;
  text(path: string, key?: string | null): Promise<string>;
}

export async function openPublication(): Promise<Publication> {
  const desk = await openDesk();
  // Links are made of the name the server is called by, and each request of a test has a port of its own.
  const read: Desk['read'] = (path, key = null) => desk.read(path, key).set('Host', HOST);
  const text: Publication['text'] = async (path, key = null) => {
    const answer = await read(path, key);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.text;
  };
  return {
    ...desk,
    read,
    text,
    calendar: async (query = '', key = null) => readCalendar(await text(`/hearings.ics${query}`, key)),
  };
}
