import type { Office } from '../posts/post-kind.js';

/** A voting member on a day. */
export interface Seat {
  readonly personId: string;
  readonly name: string;
  /** The term in the seat, not in the office. */
  readonly membershipId: string;
  /** The seat. */
  readonly postId: string;
  readonly role: 'member' | Office;
  /** Of a chair or vice chair: whether they act in that office; of a member: whether they act in the seat. */
  readonly acting: boolean;
  readonly sectorId: string | null;
}

export interface SeatCount {
  /** Seats provided for, filled or not. */
  readonly seats: number;
  /** What the commission set, else more than half of the seats. */
  readonly quorum: number;
}

/** The bench on one day in the commission's time zone. */
export interface BenchDay extends SeatCount {
  /** The first moment of the day, in milliseconds since 1970. */
  readonly from: number;
  /** A moment asked about falls on it; else it is the day after one. */
  readonly asked: boolean;
  /** Chair first, then by name. */
  readonly members: readonly Seat[];
}
