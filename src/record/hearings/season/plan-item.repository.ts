import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { HearingKind } from '../hearing/hearing-kind.js';
import { PlanItem } from './plan-item.entity.js';

export interface PlanItemRow {
  id: string;
  label: string;
  kind: HearingKind | null;
  promised: number;
  held: number | null;
  dueOn: string | null;
  note: string | null;
  revision: string;
}

export const PLAN_ITEM_ORDER: ListOrder = {
  keys: { label: { sql: 'i.label', type: 'text' }, id: { sql: 'i.id', type: 'uuid' } },
  unique: 'id',
  default: 'label',
};

const COLUMNS = 'i.id, i.label, i.kind, i.promised, i.held, i.due_on::text as "dueOn", i.note, i.revision';

@Injectable()
export class PlanItemRepository {
  constructor(private readonly gate: Gate) {}

  list(keyset: Keyset): Promise<PlanItemRow[]> {
    const readable = this.gate.readable('i', 1);
    const next = readable.values.length + 1;
    return this.gate.rows<PlanItemRow>({
      name: `plan items.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from plan_item i
              where ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...readable.values, ...keyset.values],
    });
  }

  async count(): Promise<number> {
    const readable = this.gate.readable('i', 1);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `plan items.count ${readable.form}`,
      text: `select count(*)::int as total from plan_item i where ${readable.sql}`,
      values: readable.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<PlanItemRow | null> {
    const readable = this.gate.readable('i', 2);
    const [row] = await this.gate.rows<PlanItemRow>({
      name: `plan items.find ${readable.form}`,
      text: `select ${COLUMNS} from plan_item i where i.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(id: string): Promise<PlanItem | null> {
    return currentManager().findOne(PlanItem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(item: Partial<PlanItem>): Promise<void> {
    await currentManager().insert(PlanItem, item);
  }

  async update(id: string, change: Partial<PlanItem>): Promise<void> {
    await currentManager().update(PlanItem, { id }, change);
  }

  async remove(id: string): Promise<void> {
    await currentManager().delete(PlanItem, { id });
  }
}
