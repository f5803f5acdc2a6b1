import { type Attended, type Member, membersOf } from '../quorum/sitting.js';
import { inOrder, type Stay } from './presence.js';

export interface RollEntry {
  readonly member: Member;
  /** In the order of their coming. */
  readonly stays: readonly Stay[];
}

/** Everybody with a seat on the days that the hearing touches, with when they were there. */
export function rollOf({ row, days }: Pick<Attended, 'row' | 'days'>): RollEntry[] {
  return membersOf(days.filter(({ asked }) => asked)).map((member) => ({
    member,
    stays: inOrder(row.presences.filter(({ personId }) => personId === member.personId)),
  }));
}

export function entryOf(attended: Pick<Attended, 'row' | 'days'>, personId: string): RollEntry | undefined {
  return rollOf(attended).find(({ member }) => member.personId === personId);
}
