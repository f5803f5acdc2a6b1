import {
  addressRequired,
  linkRequired,
  placeNotNoticed,
  placeReasonNotTaken,
  placeReasonRequired,
} from './place.errors.js';
import type { HearingPlace, PlaceAsTold, PlaceChange } from './place.entity.js';

export type PlaceFields = Pick<
  HearingPlace,
  | 'kind'
  | 'name'
  | 'room'
  | 'address'
  | 'accessibility'
  | 'parking'
  | 'url'
  | 'dialIn'
  | 'publicAccess'
  | 'closed'
  | 'withdrawn'
  | 'note'
>;

/** What the notice told of a place: a change of any of these sends people elsewhere, or keeps them out. */
const TOLD = [
  'kind',
  'name',
  'room',
  'address',
  'url',
  'dialIn',
  'publicAccess',
  'closed',
  'withdrawn',
] as const;

export function assertReachable({ kind, address, url, dialIn }: PlaceFields): void {
  if (kind === 'teleconference' && address === null) throw addressRequired();
  if (kind === 'remote' && url === null && dialIn === null) throw linkRequired();
}

/**
 * Teleconference locations are part of the notice (Gov. Code 11123): afterwards one is added, moved or given up
 * for a reason alone, and the reason stays with the place, beside what was told before.
 *
 * @returns what to add to the place's changes; null: nothing to tell
 */
export function changeAfterNotice(
  hearing: { noticedAt: Date | null },
  before: PlaceFields | null,
  after: PlaceFields,
  reason: string | null,
  now: Date,
): PlaceChange | null {
  if (hearing.noticedAt === null) {
    if (reason !== null) throw placeReasonNotTaken();
    if (after.withdrawn) throw placeNotNoticed();
    return null;
  }
  const fields = before ? changed(before, after) : [];
  const isMoved = before === null || fields.some((field) => TOLD.some((told) => told === field));
  if (isMoved && reason === null) throw placeReasonRequired();
  if (reason === null) return null;
  return { at: now.toISOString(), reason, fields, before: before && !before.closed ? asTold(before) : null };
}

/**
 * What is told of a change to whoever was told of the place: nothing of a closed room, which nobody was.
 *
 * @returns a line, or null where nobody has to go elsewhere
 */
export function wordsOfChange(before: PlaceFields | null, after: PlaceFields): string | null {
  const was = before && isTold(before) ? wayTo(before) : null;
  const is = isTold(after) ? wayTo(after) : null;
  if (was === null) return is && `Added: ${is}`;
  if (is === null) return `Given up: ${was}`;
  if (was !== is) return `Moved: ${is}, instead of ${was}`;
  if (before?.publicAccess === after.publicAccess) return null;
  return `${after.publicAccess ? 'Open to everybody now' : 'No longer open to the public'}: ${is}`;
}

/** Whether a calendar shows something else now; the database counts `sequence` by the same columns. */
export function isNews(before: PlaceFields | null, after: PlaceFields): boolean {
  if (before === null) return !after.closed;
  return !(before.closed && after.closed) && changed(before, after).some((field) => field !== 'note');
}

const isTold = ({ closed, withdrawn }: PlaceFields): boolean => !closed && !withdrawn;

function wayTo({ name, room, address, url, dialIn }: PlaceFields): string {
  return [name, room, address, url, dialIn].filter((part) => part !== null).join(', ');
}

function changed(before: PlaceFields, after: PlaceFields): (keyof PlaceFields)[] {
  const names: (keyof PlaceFields)[] = [...TOLD, 'accessibility', 'parking', 'note'];
  return names.filter((name) => before[name] !== after[name]);
}

function asTold({ name, room, address, url, dialIn }: PlaceFields): PlaceAsTold {
  return { name, room, address, url, dialIn };
}
