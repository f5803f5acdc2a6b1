import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { SearchIndex } from '#src/holdings/search/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { labelOfHearing } from '../hearing/hearing.policy.js';
import { HearingRepository } from '../hearing/hearing.repository.js';
import { HearingService } from '../hearing/hearing.service.js';
import { hearingNotFound, statusChangeNotFound, statusIllegal } from '../hearings.errors.js';
import type { HearingStatus } from './hearing-status.js';
import { type Move, moved, wayBetween } from './hearing-status.policy.js';
import {
  type ChangeHearingStatusDto,
  HearingStatusChangeDto,
  type ListStatusChangesQuery,
} from './status-change.dto.js';
import { STATUS_CHANGE_ORDER, StatusChangeRepository } from './status-change.repository.js';
import { StatusHistory } from './status-history.js';

@Injectable()
export class HearingStatusService {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingRepository,
    private readonly reading: HearingService,
    private readonly changes: StatusChangeRepository,
    private readonly history: StatusHistory,
    private readonly index: SearchIndex,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
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
        create: () => this.move(hearingId, moveOf(input)),
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
      for (const step of way) {
        await this.move(hearingId, { to: step, reason, startsAt: null, endsAt: null });
      }
    });
  }

  private async move(hearingId: string, move: Move): Promise<string> {
    const hearing = await this.hearings.lock(hearingId);
    if (!hearing) throw hearingNotFound();
    const agenda = await this.changes.agendaFacts(hearingId);
    const after = moved(hearing, move, agenda, new Date());
    await this.hearings.update(hearingId, { ...after, ...labelOfHearing({ ...hearing, ...after }) });
    await this.moveSearch(hearing, after.startsAt);
    const { id, number } = await this.history.append(hearingId, {
      from: hearing.status,
      to: move.to,
      reason: move.reason,
      previousStartsAt: move.to === 'rescheduled' ? hearing.startsAt : null,
    });
    await this.audit.record('hearing.status_changed', 'hearing', hearingId, {
      from: hearing.status,
      to: move.to,
      number,
    });
    return id;
  }

  private async moveSearch(hearing: Hearing, startsAt: Date): Promise<void> {
    const milliseconds = startsAt.getTime() - hearing.startsAt.getTime();
    if (milliseconds === 0) return;
    await this.index.shift(hearing.id, milliseconds);
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
  };
}
