import { Injectable } from '@nestjs/common';
import { given, type Page } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { agendaFrozen, agendaItemNotFound } from '../hearings.errors.js';
import { ClosedParts } from '../parts/closed-parts.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertAgendaOpen, assertAuthority, labelOfPart } from '../parts/part.policy.js';
import type { PartOrderDto } from '../parts/part-order.dto.js';
import { PartOrders } from '../parts/part-orders.js';
import { PartReferences } from '../parts/part-references.js';
import { HearingSearch } from '../search/hearing-search.js';
import { newItem, columnsOf } from './agenda-columns.js';
import {
  AgendaItemDto,
  type CreateAgendaItemDto,
  type ListAgendaItemsQuery,
  type ReorderAgendaDto,
  type UpdateAgendaItemDto,
} from './agenda-item.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { warningsOfItem } from './agenda.policy.js';
import { type AgendaItemRow, AgendaRepository } from './agenda.repository.js';

@Injectable()
export class AgendaService {
  readonly kind: PartKind<AgendaItem, AgendaItemRow, AgendaItemDto>;

  constructor(
    private readonly items: AgendaRepository,
    private readonly parts: HearingParts,
    private readonly closedParts: ClosedParts,
    private readonly search: HearingSearch,
    private readonly audit: AuditLog,
    private readonly references: PartReferences,
    private readonly gate: Gate,
    private readonly orders: PartOrders,
  ) {
    this.kind = {
      repository: items,
      notFound: agendaItemNotFound,
      show: (row) => AgendaItemDto.from(row, this.gate.isDesk() ? warningsOfItem(row) : []),
    };
  }

  list(hearingId: string, query: ListAgendaItemsQuery, wantsTotal: boolean): Promise<Page<AgendaItemDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<AgendaItemDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateAgendaItemDto, key?: string): Promise<AgendaItemDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const item = { ...newItem(input), id, hearingId, ordinal };
      assertAuthority(item);
      await this.references.require(hearingId, { matterId: item.matterId });
      assertAgendaOpen(hearing, input.exception);
      await this.items.insert({ ...item, ...labelOfPart(item.closed) });
      await this.search.putAgendaItem(item, hearing);
      await this.recordException(id, input);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateAgendaItemDto,
  ): Promise<AgendaItemDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const columns = columnsOf(input);
      const after = { ...before, ...columns };
      assertAuthority(after);
      await this.references.require(hearingId, { matterId: input.matterId });
      if (!isOnlyMatter(input)) assertAgendaOpen(hearing, input.exception);
      await this.items.update(id, { ...columns, ...labelOfPart(after.closed) });
      await this.search.putAgendaItem(after, hearing);
      const same = before.closed === after.closed && before.matterId === after.matterId;
      if (!same) await this.closedParts.relabel(hearing);
      await this.recordException(id, input);
    });
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing: Hearing) => {
      // What was announced and falls away is said at the hearing, not taken out of the notice.
      if (hearing.noticedAt !== null) throw agendaFrozen();
      await this.items.remove(id);
      await this.closedParts.relabel(hearing);
    });
  }

  order(hearingId: string): Promise<PartOrderDto> {
    return this.orders.get(this.items, hearingId);
  }

  /** After the notice under an exception alone, which is then written on every item that moves and has none. */
  reorder(
    hearingId: string,
    ifMatch: readonly string[] | '*',
    input: ReorderAgendaDto,
  ): Promise<PartOrderDto> {
    const { exception } = input;
    return this.orders.put(this.items, hearingId, ifMatch, input, {
      check: (hearing) => assertAgendaOpen(hearing, exception),
      moved: async (ids) => {
        if (!exception) return;
        const items = (await this.items.allHeld(hearingId)).filter(({ id }) => ids.includes(id));
        for (const { id, exceptionCitation } of items) {
          // Why it was added late is told on, whatever moves it afterwards.
          if (exceptionCitation === null) await this.items.update(id, columnsOf({ exception }));
          await this.recordException(id, { exception });
        }
      },
    });
  }

  private async recordException(id: string, { exception }: UpdateAgendaItemDto): Promise<void> {
    if (!exception) return;
    await this.audit.record('agenda_item.excepted', 'agenda_item', id, { citation: exception.citation });
  }
}

/** Which matter an item is about is no part of the agenda that was noticed: whom it concerns may turn out later. */
function isOnlyMatter(input: UpdateAgendaItemDto): boolean {
  return Object.keys(given(input)).every((name) => name === 'matterId');
}
