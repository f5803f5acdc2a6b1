import { hearingUrl } from '../shared/public-address.js';
import type { PublicChange } from './public-change.js';
import { element, link } from './xml.js';

const SAID: Readonly<Partial<Record<PublicChange['to'], string>>> = {
  noticed: 'Noticed',
  change: 'Changed',
  rescheduled: 'Rescheduled',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  in_session: 'In session',
  recessed: 'In recess',
  adjourned: 'Adjourned',
  minutes_approved: 'Minutes approved',
  closed: 'Closed',
};

// A feed without an entry has to say all the same when it last changed.
const NEVER = 0;

/** RFC 4287. `changes` the latest first. */
export function atomFeed(commission: string, changes: readonly PublicChange[], address: string): string {
  const self = `${address}/api/v1/hearings.atom`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', self),
    element('title', commission === '' ? 'Hearings' : `Hearings: ${commission}`),
    element('updated', timestamp(changes[0]?.toldAt ?? NEVER)),
    `<author>${element('name', commission === '' ? 'Hearth' : commission)}</author>`,
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/calendar', `${address}/api/v1/hearings.ics`),
    ...changes.map((change) => entry(change, address)),
    '</feed>\n',
  ].join('\n');
}

function entry(change: PublicChange, address: string): string {
  const url = hearingUrl(address, change.hearingId);
  return [
    '<entry>',
    element('id', `urn:uuid:${change.id}`),
    element('title', `${SAID[change.to] ?? change.to}: ${change.title}`),
    element('published', timestamp(change.changedAt)),
    element('updated', timestamp(change.toldAt)),
    `<category term="${change.to}"/>`,
    change.to === 'change'
      ? link('alternate', 'text/html', `${url}/notices/${change.id}?format=html`)
      : link('alternate', 'application/json', url),
    link('related', 'text/calendar', `${url}.ics`),
    element('summary', summary(change)),
    '</entry>',
  ].join('\n');
}

function summary({ reason, startsAt, previousStartsAt, timeZone, venueName }: PublicChange): string {
  return [
    reason,
    `Start: ${moment(startsAt, timeZone)}`,
    previousStartsAt === null ? null : `Was to start: ${moment(previousStartsAt, timeZone)}`,
    venueName === null ? null : `Place: ${venueName}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

const timestamp = (at: number): string => new Date(at).toISOString();

function moment(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(at);
}
