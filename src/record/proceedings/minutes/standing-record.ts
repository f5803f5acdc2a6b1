import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { motionUsed } from './approval/approval.errors.js';
import { recordApproved } from './minutes.errors.js';
import type { MinutesBook } from './minutes-words.js';

/** What the commission approved stands, and with it what it was written from. For writers, who hold the hearing. */
@Injectable()
export class StandingRecord {
  constructor(private readonly gate: Gate) {}

  /** @throws DomainError 409 RECORD_APPROVED when this book of the hearing was approved */
  async assertOpen(hearingId: string, book: MinutesBook): Promise<void> {
    if (await this.holds('access.minutes_stand($1, $2)', [hearingId, book])) throw recordApproved();
  }

  /** @throws DomainError 409 MOTION_USED when minutes of any hearing were approved by this motion */
  async assertUnused(motionId: string): Promise<void> {
    if (await this.holds('access.minutes_stand_by($1)', [motionId])) throw motionUsed();
  }

  /** Asks the database beside its policies: the closed minute book stands for those too who may not read it. */
  private async holds(fact: string, values: string[]): Promise<boolean> {
    const name = `minutes.stand ${fact}`;
    const [row] = await this.gate.rows<{ holds: boolean }>({ name, text: `select ${fact} as holds`, values });
    return row?.holds ?? false;
  }
}
