import { Injectable } from '@nestjs/common';
import { type Page, unknownReferences } from '#src/foundation/common/index.js';
import { panelNotFound } from '../hearings.errors.js';
import { ClosedParts } from '../parts/closed-parts.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertBeforeNotice, labelOfPart } from '../parts/part.policy.js';
import type { PartOrderDto, ReorderDto } from '../parts/part-order.dto.js';
import { PartOrders } from '../parts/part-orders.js';
import { PartReferences } from '../parts/part-references.js';
import { HearingSearch } from '../search/hearing-search.js';
import { type CreatePanelDto, type ListPanelsQuery, PanelDto, type UpdatePanelDto } from './panel.dto.js';
import type { Panel } from './panel.entity.js';
import { PanelRepository, type PanelRow } from './panel.repository.js';

@Injectable()
export class PanelService {
  readonly kind: PartKind<Panel, PanelRow, PanelDto>;

  constructor(
    private readonly panels: PanelRepository,
    private readonly parts: HearingParts,
    private readonly closedParts: ClosedParts,
    private readonly references: PartReferences,
    private readonly orders: PartOrders,
    private readonly search: HearingSearch,
  ) {
    this.kind = { repository: panels, notFound: panelNotFound, show: (row) => PanelDto.from(row) };
  }

  list(hearingId: string, query: ListPanelsQuery, wantsTotal: boolean): Promise<Page<PanelDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<PanelDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreatePanelDto, key?: string): Promise<PanelDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const agendaItemId = input.agendaItemId ?? null;
      await this.references.require(hearingId, { agendaItemId });
      const place = await this.closedParts.placeOf(hearingId, { agendaItemId });
      if (!place) throw unknownReferences(['/agendaItemId']);
      const label = { ...labelOfPart(place.closed), matterId: place.matterId };
      await this.panels.insert({ id, hearingId, ordinal, title: input.title, agendaItemId, ...label });
      await this.search.putPanel({ id, title: input.title }, hearing);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdatePanelDto,
  ): Promise<PanelDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const agendaItemId = input.agendaItemId === undefined ? before.agendaItemId : input.agendaItemId;
      await this.references.require(hearingId, { agendaItemId: input.agendaItemId });
      await this.panels.update(id, {
        ordinal: input.order ?? before.ordinal,
        title: input.title ?? before.title,
        agendaItemId,
      });
      await this.search.putPanel({ id, title: input.title ?? before.title }, hearing);
      if (agendaItemId !== before.agendaItemId) await this.closedParts.relabel(hearing);
    });
  }

  order(hearingId: string): Promise<PartOrderDto> {
    return this.orders.get(this.panels, hearingId);
  }

  reorder(hearingId: string, ifMatch: readonly string[] | '*', input: ReorderDto): Promise<PartOrderDto> {
    return this.orders.put(this.panels, hearingId, ifMatch, input);
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing) => {
      assertBeforeNotice(hearing, 'panel');
      await this.panels.remove(id);
      await this.closedParts.relabel(hearing);
    });
  }
}
