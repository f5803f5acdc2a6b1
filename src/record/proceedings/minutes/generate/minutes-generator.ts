import { Injectable } from '@nestjs/common';
import { currentTransaction } from '#src/foundation/database/index.js';
import { HearingService } from '#src/record/hearings/index.js';
import { actAs, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import type { MinutesBook } from '../minutes-words.js';
import { hearingNotPublic } from '../minutes.errors.js';
import { assertMinutable } from '../minutes.policy.js';
import { closedBook, openBook } from './books.js';
import { FactsReader } from './facts-reader.js';

/** Writes the minutes of a hearing from what was recorded of it. */
@Injectable()
export class MinutesGenerator {
  constructor(
    private readonly hearings: HearingService,
    private readonly facts: FactsReader,
  ) {}

  /**
   * The open book is made of rows that the database gave to the public: whatever is closed, recused or held back never
   * comes near it. Not within a write, which would go on as the clerk.
   */
  async write(hearingId: string, book: MinutesBook): Promise<string> {
    if (currentTransaction()) throw new Error('within a write the public reads as its writer');
    const hearing = await this.hearings.get(hearingId);
    assertMinutable(hearing, book);
    const closedSessions = await this.facts.closedSessions(hearingId);
    if (book === 'closed') return closedBook({ ...(await this.facts.closed(hearingId)), closedSessions });
    const facts = await actAs(PUBLIC_ACTOR, () => this.facts.read(hearingId));
    if (!facts) throw hearingNotPublic();
    return openBook({ ...facts, closedSessions });
  }
}
