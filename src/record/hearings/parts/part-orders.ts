import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { HearingService } from '../hearing/hearing.service.js';
import type { HearingPart } from './hearing-part.entity.js';
import { PartOrderDto, type ReorderDto } from './part-order.dto.js';
import { assertWhole, orderIdOf, orderRevisionOf } from './part-order.js';
import type { PartRepository, PartRow } from './part.repository.js';

/** What one kind asks for besides. */
export interface OrderRules {
  /** Whether the hearing lets it be. */
  readonly check?: (hearing: Hearing) => void;
  /** With the ids of what now stands elsewhere. */
  readonly moved?: (ids: readonly string[]) => Promise<void>;
}

/** Putting a hearing's parts of one kind into another order, all at once. */
@Injectable()
export class PartOrders {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async get<E extends HearingPart, R extends PartRow>(
    repository: PartRepository<E, R>,
    hearingId: string,
  ): Promise<PartOrderDto> {
    await this.hearings.requireReadable(hearingId);
    return PartOrderDto.from(await repository.ids(hearingId));
  }

  async put<E extends HearingPart, R extends PartRow>(
    repository: PartRepository<E, R>,
    hearingId: string,
    ifMatch: readonly string[] | '*',
    { itemIds }: ReorderDto,
    { check, moved }: OrderRules = {},
  ): Promise<PartOrderDto> {
    const wanted = itemIds.map((id) => id.toLowerCase());
    await this.gate.write(async () => {
      const hearing = await this.hearings.hold(hearingId);
      await this.hearings.requireWhole(hearingId);
      const there = await repository.ids(hearingId);
      const order = { id: orderIdOf(hearingId, repository.table), revision: orderRevisionOf(there) };
      await this.freshness.assert(ifMatch, order);
      assertWhole(there, wanted);
      check?.(hearing);
      const ids = await repository.reorder(hearingId, wanted);
      await moved?.(ids);
      for (const id of ids) {
        const details = { hearing: hearingId, fields: ['order'] };
        await this.audit.record(`${repository.table}.updated`, repository.table, id, details);
      }
      await this.changed(repository, hearingId);
    });
    return PartOrderDto.from(await repository.ids(hearingId));
  }

  /** Whoever reorders next is told who made the order another one. */
  async changed<E extends HearingPart, R extends PartRow>(
    { table, ordered }: PartRepository<E, R>,
    hearingId: string,
  ): Promise<void> {
    if (!ordered) return;
    await this.audit.record(`${table}.reordered`, `${table}_order`, orderIdOf(hearingId, table), {
      hearing: hearingId,
      fields: ['itemIds'],
    });
  }
}
