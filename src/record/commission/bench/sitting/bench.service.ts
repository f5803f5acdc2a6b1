import { Injectable } from '@nestjs/common';
import { BenchRepository } from './bench.repository.js';
import type { BenchDay, Seat, SeatCount } from './seat.js';

/** Who sits, and how many make a quorum, on the day that a moment falls on in the commission's time zone. */
@Injectable()
export class BenchService {
  constructor(private readonly bench: BenchRepository) {}

  /**
   * The voting members, chair first: one statement, as the current actor (the public sees listed members alone).
   * Within a write it sees that write.
   */
  async at(instant: Date): Promise<readonly Seat[]> {
    return (await this.dayOf(instant)).members;
  }

  /** One statement. Filled or not, every seat counts: a majority is of the body, not of who happens to be there. */
  async seatsAt(instant: Date): Promise<SeatCount> {
    const { seats, quorum } = await this.dayOf(instant);
    return { seats, quorum };
  }

  /**
   * The bench on every day that the moments fall on, and on the day after each, since a sitting may run past midnight;
   * in their order, all in one statement, as `at` and `seatsAt` have it.
   */
  over(moments: readonly Date[]): Promise<readonly BenchDay[]> {
    return this.bench.days(moments);
  }

  private async dayOf(instant: Date): Promise<BenchDay> {
    const day = (await this.bench.days([instant])).find(({ asked }) => asked);
    if (!day) throw new Error('the one row of the commission is gone');
    return day;
  }
}
