import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Gate } from '#src/trust/access/index.js';
import type { HearingStatus } from './hearing-status.js';
import { StatusChangeRepository } from './status-change.repository.js';

export interface HistoryStep {
  readonly from: HearingStatus | null;
  readonly to: HearingStatus;
  readonly reason: string | null;
  readonly previousStartsAt: Date | null;
  readonly previousEndsAt?: Date | null;
  readonly told?: readonly string[];
}

/** Who took which step, when and why. */
@Injectable()
export class StatusHistory {
  constructor(
    private readonly gate: Gate,
    private readonly changes: StatusChangeRepository,
  ) {}

  async append(hearingId: string, step: HistoryStep): Promise<{ id: string; number: number }> {
    const id = randomUUID();
    const actor = this.gate.actor().id;
    if (actor === null) throw new Error('the public changes no status');
    const number = await this.changes.append({
      id,
      hearingId,
      fromStatus: step.from,
      toStatus: step.to,
      reason: step.reason,
      previousStartsAt: step.previousStartsAt,
      previousEndsAt: step.previousEndsAt ?? null,
      told: [...(step.told ?? [])],
      changedBy: actor,
    });
    return { id, number };
  }
}
