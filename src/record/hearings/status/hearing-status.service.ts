import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { HearingRepository } from '../hearing/hearing.repository.js';
import { HearingService } from '../hearing/hearing.service.js';
import { hearingNotFound, statusChangeNotFound, statusIllegal } from '../hearings.errors.js';
import { NoticeGiving } from '../notice/notice-giving.js';
import { HearingMoves } from './hearing-moves.js';
import type { HearingStatus } from './hearing-status.js';
import { type Move, wayBetween } from './hearing-status.policy.js';
import { StepGuards } from './step-guards.js';
import {
  type ChangeHearingStatusDto,
  HearingStatusChangeDto,
  type ListStatusChangesQuery,
} from './status-change.dto.js';
import { STATUS_CHANGE_ORDER, StatusChangeRepository } from './status-change.repository.js';

@Injectable()
export class HearingStatusService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingRepository,
    private readonly reading: HearingService,
    private readonly changes: StatusChangeRepository,
    private readonly moves: HearingMoves,
    private readonly guards: StepGuards,
    private readonly notices: NoticeGiving,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
  ) {}

  async list(
    hearingId: string,
    query: ListStatusChangesQuery,
    wantsTotal: boolean,
  ): Promise<Page<HearingStatusChangeDto>> {
    await this.reading.requireReadable(hearingId);
    return this.pager.page({
      list: `hearings/${hearingId}/status-changes`,
      query,
      order: STATUS_CHANGE_ORDER,
      fetch: (keyset) => this.changes.list(hearingId, keyset),
      item: (row) => HearingStatusChangeDto.from(row),
      ...(wantsTotal && { total: () => this.changes.count(hearingId) }),
    });
  }

  async get(hearingId: string, id: string): Promise<HearingStatusChangeDto> {
    const row = await this.changes.find(hearingId, id);
    if (row) return HearingStatusChangeDto.from(row);
    await this.reading.requireReadable(hearingId);
    throw statusChangeNotFound();
  }

  async change(
    hearingId: string,
    input: ChangeHearingStatusDto,
    key?: string,
  ): Promise<HearingStatusChangeDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: `changeHearingStatus ${hearingId}`,
        payload: input,
        create: () => this.step(hearingId, input),
      }),
    );
    return this.get(hearingId, id);
  }

  /** Takes the shortest legal way to a status, step by step, for a hearing that is taken over from elsewhere. */
  async advance(hearingId: string, to: HearingStatus, reason: string | null = null): Promise<void> {
    await this.gate.write(async () => {
      const hearing = await this.hearings.lock(hearingId);
      if (!hearing) throw hearingNotFound();
      const way = wayBetween(hearing.status, to);
      if (!way) throw statusIllegal(hearing.status, to);
      for (const to of way) {
        const step = await this.moves.move(hearingId, { to, reason, startsAt: null, endsAt: null });
        // What has begun was noticed elsewhere; what has not is noticed here, clock and all.
        if (hearing.startsAt > new Date()) await this.notices.follow(step, { reason });
      }
    });
  }

  private async step(hearingId: string, input: ChangeHearingStatusDto): Promise<string> {
    const step = await this.moves.move(hearingId, moveOf(input));
    // What came in by an import has its minutes where it came from.
    if (!(await this.changes.isImported(hearingId))) await this.guards.assertReady(step.after);
    const { reason, exception, told } = input;
    await this.notices.follow(step, { reason, exception, told });
    return step.id;
  }
}

function moveOf(input: ChangeHearingStatusDto): Move {
  const instant = (text: string | null | undefined) => (text == null ? null : new Date(text));
  return {
    to: input.to,
    from: input.from,
    reason: input.reason ?? null,
    startsAt: instant(input.startsAt),
    endsAt: instant(input.endsAt),
    told: input.told ?? [],
  };
}
