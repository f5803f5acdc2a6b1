import { Injectable } from '@nestjs/common';
import { BenchRepository } from './bench.repository.js';
import type { Seat, SeatCount } from './seat.js';

/** Who sits, and how many make a quorum, on the day that a moment falls on in the commission's time zone. */
@Injectable()
export class BenchService {
  constructor(private readonly bench: BenchRepository) {}

  /**
   * The voting members, chair first: one statement, as the current actor (the public sees listed members alone).
   * Within a write it sees that write.
   */
  at(instant: Date): Promise<Seat[]> {
    return this.bench.at(instant);
  }

  /** One statement. Filled or not, every seat counts: a majority is of the body, not of who happens to be there. */
  seatsAt(instant: Date): Promise<SeatCount> {
    return this.bench.seatsAt(instant);
  }
}
