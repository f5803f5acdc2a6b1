import type { MinutesFacts } from './facts.js';
import type { WallClock } from './wall-clock.js';
import { bullets, inline } from './wording.js';

const KINDS: Readonly<Record<MinutesFacts['hearing']['kind'], string>> = {
  public_hearing: 'Public hearing',
  regional_summit: 'Regional summit',
  closed_session: 'Closed session',
  stakeholder_interview: 'Stakeholder interview',
};

const PLACES: Readonly<Record<string, string>> = {
  room: 'Further room',
  teleconference: 'Teleconference location',
  remote: 'Remote',
};

export function header({ commission, hearing, places }: MinutesFacts, clock: WallClock): string {
  const hours = hearing.endsAt
    ? clock.span(hearing.startsAt, hearing.endsAt)
    : `from ${clock.time(hearing.startsAt)}`;
  return bullets([
    `Commission: ${inline(commission)}`,
    `Kind: ${KINDS[hearing.kind]}`,
    `Date: ${clock.day(hearing.startsAt)}`,
    `Planned hours: ${hours} (${clock.timeZone})`,
    hearing.venueName === null ? null : `Place: ${placed(hearing.venueName, hearing.venueAddress)}`,
    ...places.map(({ kind, name, address }) => `${PLACES[kind] ?? 'Place'}: ${placed(name, address)}`),
  ]);
}

const placed = (name: string, address: string | null): string =>
  [name, address]
    .filter((part) => part !== null)
    .map(inline)
    .join(', ');
