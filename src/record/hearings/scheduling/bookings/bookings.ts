import { Injectable } from '@nestjs/common';
import { keysOf } from './booking.js';
import { doubleBooked } from './bookings.errors.js';
import { BookingsRepository } from './bookings.repository.js';
import type { Conflict } from './conflict.js';
import { BOOKED, clashesOf, isCalled, type Sitting } from './sitting.js';

/** Two hearings at once in one room, or with one person. */
@Injectable()
export class Bookings {
  constructor(private readonly repository: BookingsRepository) {}

  /**
   * For whoever notices or moves a hearing, or changes its rooms or people: call it in the transaction of the
   * write, after it, holding the hearing. Of two who write at once whatever clashes, the later sees the earlier.
   * A draft, and a hearing that is over or has no date, may clash with anything.
   *
   * @throws DomainError 409 DOUBLE_BOOKED for what is not acknowledged, against hearings that were noticed
   */
  async assertFree(hearingId: string): Promise<void> {
    const sitting = await this.repository.find(hearingId);
    if (!sitting || !isCalled(sitting.status)) return;
    await this.repository.lock(sitting.bookings.flatMap(keysOf));
    const blocking = (await this.conflictsOf(sitting)).filter(({ blocks }) => blocks);
    if (blocking.length > 0) throw doubleBooked(blocking);
  }

  /** All that clashes, drafts and what was acknowledged too, in the order of time. The hearing is readable. */
  async conflicts(hearingId: string): Promise<Conflict[]> {
    const sitting = await this.repository.find(hearingId);
    return sitting ? this.conflictsOf(sitting) : [];
  }

  /** Whether a hearing that the caller can see takes up a room or person of this key; null: there is none. */
  async takesUp(hearingId: string, key: string): Promise<boolean | null> {
    const sitting = await this.repository.find(hearingId);
    return sitting && sitting.bookings.some((booking) => keysOf(booking).includes(key));
  }

  private async conflictsOf(sitting: Sitting): Promise<Conflict[]> {
    if (!BOOKED.includes(sitting.status)) return [];
    const now = new Date();
    const near = await this.repository.near(sitting);
    return near.flatMap((other) =>
      clashesOf(sitting, other).map((clash) => {
        const acknowledged = other.acknowledged.find(({ key }) => key === clash.key) ?? null;
        const blocks = isCalled(other.status) && clash.until > now && acknowledged === null;
        return { ...clash, kind: clash.booking.kind, other, acknowledged, blocks };
      }),
    );
  }
}
