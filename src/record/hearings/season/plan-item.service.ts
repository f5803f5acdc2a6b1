import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import {
  type CreatePlanItemDto,
  type ListPlanItemsQuery,
  PlanItemDto,
  type UpdatePlanItemDto,
} from './plan-item.dto.js';
import type { PlanItem } from './plan-item.entity.js';
import { planItemNotFound } from './plan-item.errors.js';
import { assertCounted, labelOfPlanItem } from './plan-item.policy.js';
import { PLAN_ITEM_ORDER, PlanItemRepository } from './plan-item.repository.js';

@Injectable()
export class PlanItemService {
  constructor(
    private readonly gate: Gate,
    private readonly items: PlanItemRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListPlanItemsQuery, wantsTotal: boolean): Promise<Page<PlanItemDto>> {
    return this.pager.page({
      list: 'plan-items',
      query,
      order: PLAN_ITEM_ORDER,
      fetch: (keyset) => this.items.list(keyset),
      item: (row) => PlanItemDto.from(row),
      ...(wantsTotal && { total: () => this.items.count() }),
    });
  }

  async get(id: string): Promise<PlanItemDto> {
    const row = await this.items.find(id);
    if (!row) throw planItemNotFound();
    return PlanItemDto.from(row);
  }

  async create(input: CreatePlanItemDto, key?: string): Promise<PlanItemDto> {
    const create = () => this.insert(input);
    const id = await this.gate.write(() =>
      this.idempotency.once({ key, operation: 'createPlanItem', payload: input, create }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404, 412 STALE, 422 HELD_IS_COUNTED */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdatePlanItemDto): Promise<PlanItemDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.held(id, ifMatch);
      assertCounted({ ...before, ...change });
      await this.items.update(id, { ...change, ...labelOfPlanItem() });
      await this.audit.record('plan_item.updated', 'plan_item', id, { fields: Object.keys(change) });
    });
    return this.get(id);
  }

  async remove(id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    await this.gate.write(async () => {
      await this.held(id, ifMatch);
      await this.items.remove(id);
      await this.audit.record('plan_item.deleted', 'plan_item', id);
    });
  }

  private async held(id: string, ifMatch: readonly string[] | '*'): Promise<PlanItem> {
    const item = await this.items.lock(id);
    if (!item) throw planItemNotFound();
    await this.freshness.assert(ifMatch, item);
    return item;
  }

  private async insert(input: CreatePlanItemDto): Promise<string> {
    const id = randomUUID();
    assertCounted({ kind: input.kind ?? null, held: input.held ?? null });
    await this.items.insert({ id, ...input, ...labelOfPlanItem() });
    await this.audit.record('plan_item.created', 'plan_item', id);
    return id;
  }
}
