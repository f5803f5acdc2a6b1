import { Injectable } from '@nestjs/common';
import type { Page } from '#src/foundation/common/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { agendaFrozen, agendaItemNotFound } from '../hearings.errors.js';
import { ClosedParts } from '../parts/closed-parts.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertAgendaOpen, assertAuthority, labelOfPart } from '../parts/part.policy.js';
import { HearingSearch } from '../search/hearing-search.js';
import {
  AgendaItemDto,
  type CreateAgendaItemDto,
  type ListAgendaItemsQuery,
  type UpdateAgendaItemDto,
} from './agenda-item.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';
import { type AgendaItemRow, AgendaRepository } from './agenda.repository.js';

@Injectable()
export class AgendaService {
  private readonly kind: PartKind<AgendaItem, AgendaItemRow, AgendaItemDto>;

  constructor(
    private readonly items: AgendaRepository,
    private readonly parts: HearingParts,
    private readonly closedParts: ClosedParts,
    private readonly search: HearingSearch,
    private readonly audit: AuditLog,
  ) {
    this.kind = {
      repository: items,
      notFound: agendaItemNotFound,
      show: (row) => AgendaItemDto.from(row),
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
      assertAgendaOpen(hearing, input.exception);
      await this.items.update(id, { ...columns, ...labelOfPart(after.closed) });
      await this.search.putAgendaItem(after, hearing);
      if (before.closed !== after.closed) await this.closedParts.relabel(hearingId);
      await this.recordException(id, input);
    });
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing: Hearing) => {
      // What was announced and falls away is said at the hearing, not taken out of the notice.
      if (hearing.noticedAt !== null) throw agendaFrozen();
      await this.items.remove(id);
      await this.closedParts.relabel(hearingId);
    });
  }

  private async recordException(id: string, { exception }: UpdateAgendaItemDto): Promise<void> {
    if (!exception) return;
    await this.audit.record('agenda_item.excepted', 'agenda_item', id, { citation: exception.citation });
  }
}

function newItem(
  input: CreateAgendaItemDto,
): Pick<
  AgendaItem,
  'title' | 'description' | 'closed' | 'authority' | 'exceptionCitation' | 'exceptionReason'
> {
  return {
    title: input.title,
    description: null,
    closed: false,
    authority: null,
    exceptionCitation: null,
    exceptionReason: null,
    ...columnsOf(input),
  };
}

function columnsOf(input: UpdateAgendaItemDto): Partial<AgendaItem> {
  return {
    ...(input.order !== undefined && { ordinal: input.order }),
    ...(input.title !== undefined && { title: input.title }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.closed !== undefined && { closed: input.closed }),
    ...(input.authority !== undefined && { authority: input.authority }),
    ...(input.exception && {
      exceptionCitation: input.exception.citation,
      exceptionReason: input.exception.reason,
    }),
  };
}
