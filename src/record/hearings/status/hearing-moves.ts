import { Injectable } from '@nestjs/common';
import { SearchIndex } from '#src/holdings/search/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { labelOfHearing } from '../hearing/hearing.policy.js';
import { HearingRepository } from '../hearing/hearing.repository.js';
import { hearingNotFound, steppedBack } from '../hearings.errors.js';
import { type Move, moved } from './hearing-status.policy.js';
import { StatusChangeRepository } from './status-change.repository.js';
import { StatusHistory } from './status-history.js';

export interface Moved {
  /** Of the step in the history. */
  readonly id: string;
  readonly before: Hearing;
  readonly after: Hearing;
}

/** One step of a hearing, in the transaction of a use case: its status, times, label, place in search, and history. */
@Injectable()
export class HearingMoves {
  constructor(
    private readonly hearings: HearingRepository,
    private readonly changes: StatusChangeRepository,
    private readonly history: StatusHistory,
    private readonly index: SearchIndex,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404 HEARING_NOT_FOUND, and what `moved` throws */
  async move(hearingId: string, move: Move): Promise<Moved> {
    const before = await this.hearings.lock(hearingId);
    if (!before) throw hearingNotFound();
    if (await this.hearings.isRecused(hearingId)) throw steppedBack();
    const agenda = await this.changes.agendaFacts(hearingId);
    const change = moved(before, move, agenda, new Date());
    const after: Hearing = { ...before, ...change };
    await this.hearings.update(hearingId, { ...change, ...labelOfHearing(after) });
    await this.moveSearch(before, after);
    const isRescheduled = move.to === 'rescheduled';
    const { id, number } = await this.history.append(hearingId, {
      from: before.status,
      to: move.to,
      reason: move.reason,
      previousStartsAt: isRescheduled ? before.startsAt : null,
      previousEndsAt: isRescheduled ? before.endsAt : null,
      told: move.told ?? [],
    });
    await this.audit.record('hearing.status_changed', 'hearing', hearingId, {
      from: before.status,
      to: move.to,
      number,
    });
    return { id, before, after };
  }

  private async moveSearch(before: Hearing, after: Hearing): Promise<void> {
    const milliseconds = after.startsAt.getTime() - before.startsAt.getTime();
    if (milliseconds !== 0) await this.index.shift(before.id, milliseconds);
  }
}
