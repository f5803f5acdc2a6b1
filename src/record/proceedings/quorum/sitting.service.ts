import { Injectable } from '@nestjs/common';
import { BenchService } from '#src/record/commission/index.js';
import { HearingService } from '#src/record/hearings/index.js';
import { attended, type Attended } from './sitting.js';
import type { SittingRow } from './sitting-row.js';
import { SittingRepository } from './sitting.repository.js';

/** Reads who was at a hearing and what the bench was: two statements, as the current actor; within a write it sees that write. */
@Injectable()
export class SittingService {
  constructor(
    private readonly sittings: SittingRepository,
    private readonly bench: BenchService,
    private readonly hearings: HearingService,
  ) {}

  /**
   * `moments` beyond those of the hearing whose days are asked about as well.
   *
   * @throws DomainError 404 HEARING_NOT_FOUND
   */
  async read(hearingId: string, moments: readonly Date[] = []): Promise<Attended> {
    const row = await this.find(hearingId);
    return attended(row, await this.bench.over([...momentsOf(row), ...moments]));
  }

  private async find(hearingId: string): Promise<SittingRow> {
    const row = await this.sittings.find(hearingId);
    if (row) return row;
    await this.hearings.requireReadable(hearingId);
    // It was noticed between the two statements.
    return this.find(hearingId);
  }
}

function momentsOf({ startsAt, endsAt, presences, sessions }: SittingRow): Date[] {
  return [
    startsAt,
    endsAt,
    ...presences.flatMap(({ arrivedAt, leftAt }) => [arrivedAt, leftAt]),
    ...sessions.flatMap(({ openedAt, adjournedAt }) => [openedAt, adjournedAt]),
  ].filter((moment) => moment !== null);
}
