import { createHash } from 'node:crypto';
import { uuidOf } from '#src/foundation/common/index.js';
import type { BenchDay } from '#src/record/commission/index.js';
import type { HearingStatus } from '#src/record/hearings/index.js';
import { assertPast, hasBegun } from '../quorum/held.js';
import { benchAt } from '../quorum/sitting.js';
import {
  hearingNotHeld,
  laterPresence,
  leftBeforeArrived,
  notAMember,
  notThere,
  placeRequired,
  presencesOverlap,
  presentOtherwise,
} from './attendance.errors.js';
import type { StayInput } from './attendance-input.dto.js';
import { inOrder, isThere, type Stay } from './presence.js';

/** Who was announced and comes early is on the roll before the gavel falls. */
export function assertHeld(status: HearingStatus): void {
  if (!hasBegun(status) && status !== 'noticed' && status !== 'rescheduled') throw hearingNotHeld(status);
}

/** Where in the body a stay says something. */
export type PointerOf = (index: number, field: 'arrivedAt' | 'leftAt' | 'place') => string;

/** @throws DomainError 422 NOT_A_MEMBER for who has no seat on the bench on the day of a moment */
export function assertMember(
  days: readonly BenchDay[],
  personId: string,
  moments: readonly Date[],
  pointer: PointerOf,
): void {
  for (const [index, moment] of moments.entries()) {
    const bench = benchAt(days, moment.getTime());
    if (bench?.members.some((member) => member.personId === personId)) continue;
    throw notAMember(pointer(index, 'arrivedAt'));
  }
}

export function assertStays(stays: readonly Stay[], pointer: PointerOf): void {
  for (const [index, stay] of stays.entries()) {
    assertPast(stay.arrivedAt, pointer(index, 'arrivedAt'));
    assertPast(stay.leftAt, pointer(index, 'leftAt'));
    if (stay.leftAt !== null && stay.leftAt <= stay.arrivedAt) {
      throw leftBeforeArrived(pointer(index, 'leftAt'));
    }
    if (stay.mode === 'remote' && stay.place === null) throw placeRequired(pointer(index, 'place'));
    const meets = stays.slice(0, index).some((other) => overlap(stay, other));
    if (meets) throw presencesOverlap(pointer(index, 'arrivedAt'));
  }
}

/**
 * The stays of somebody who is seen to come; unchanged, the very same, if they are there already, so that two clerks
 * who both see it, or one who sends it twice, write one arrival.
 */
export function withArrival(stays: readonly Stay[], arrival: Stay, isPlaceSaid: boolean): readonly Stay[] {
  const there = stays.find((stay) => isThere(stay, arrival.arrivedAt));
  if (there) {
    const isSame = there.mode === arrival.mode && there.place === arrival.place;
    if (isPlaceSaid && !isSame) throw presentOtherwise();
    return stays;
  }
  if (stays.some((stay) => stay.arrivedAt > arrival.arrivedAt)) throw laterPresence();
  return [...stays, arrival];
}

/** The stays of somebody who is seen to go; unchanged if they had left, then or, with no time said, before. */
export function withDeparture(stays: readonly Stay[], at: Date, isTimeSaid: boolean): readonly Stay[] {
  const there = stays.find((stay) => isThere(stay, at));
  if (there) {
    if (there.arrivedAt.getTime() === at.getTime()) throw leftBeforeArrived('/at');
    // A time within a stay that has an end is a correction: whoever makes one has seen the whole day.
    if (there.leftAt !== null) throw notThere();
    return stays.map((stay) => (stay === there ? { ...stay, leftAt: at } : stay));
  }
  const left = inOrder(stays).findLast(({ leftAt }) => leftAt !== null && leftAt <= at);
  if (!left || (isTimeSaid && left.leftAt?.getTime() !== at.getTime())) throw notThere();
  return stays;
}

/** What a person's part of the roll says, as a revision: whoever saw other stays has seen another. */
export function revisionOfStays(stays: readonly Stay[]): string {
  const lines = inOrder(stays).map(({ arrivedAt, leftAt, mode, place, note }) => [
    arrivedAt.getTime(),
    leftAt?.getTime() ?? null,
    mode,
    place,
    note,
  ]);
  return createHash('sha1').update(JSON.stringify(lines)).digest('base64url');
}

/** A person's part of a hearing's roll has no row of its own; in the log it is this, the same every time. */
export function rollEntryId(hearingId: string, personId: string): string {
  return uuidOf(`${hearingId} ${personId}`);
}

function overlap(a: Stay, b: Stay): boolean {
  return (b.leftAt === null || a.arrivedAt < b.leftAt) && (a.leftAt === null || b.arrivedAt < a.leftAt);
}

export function stayOf({ arrivedAt, leftAt, mode, place, note }: StayInput): Stay {
  return {
    arrivedAt: new Date(arrivedAt),
    leftAt: leftAt == null ? null : new Date(leftAt),
    mode: mode ?? 'in_person',
    place: place ?? null,
    note: note ?? null,
  };
}
