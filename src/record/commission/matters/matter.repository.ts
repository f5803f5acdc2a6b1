import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { CommissionSearch } from '../shared/commission-search.js';
import { Matter } from './matter.entity.js';

export interface MatterRow {
  id: string;
  title: string;
  description: string | null;
  closed: boolean;
  revision: string;
}

export const MATTER_ORDER: ListOrder = {
  keys: { title: { sql: 't.title', type: 'text' }, id: { sql: 't.id', type: 'uuid' } },
  unique: 'id',
  default: 'title',
};

const COLUMNS = 't.id, t.title, t.description, t.closed, t.revision';

@Injectable()
export class MatterRepository {
  constructor(
    private readonly gate: Gate,
    private readonly search: CommissionSearch,
  ) {}

  list(keyset: Keyset): Promise<MatterRow[]> {
    const readable = this.gate.readable('t', 1);
    const next = readable.values.length + 1;
    return this.gate.rows<MatterRow & Record<string, unknown>>({
      name: `matters.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from matter t
              where ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...readable.values, ...keyset.values],
    });
  }

  async count(): Promise<number> {
    const readable = this.gate.readable('t', 1);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `matters.count ${readable.form}`,
      text: `select count(*)::int as total from matter t where ${readable.sql}`,
      values: readable.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<MatterRow | null> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<MatterRow & Record<string, unknown>>({
      name: `matters.find ${readable.form}`,
      text: `select ${COLUMNS} from matter t where t.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(id: string): Promise<Matter | null> {
    return currentManager().findOne(Matter, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async insert(matter: Partial<Matter> & { id: string }): Promise<void> {
    await currentManager().insert(Matter, matter);
    await this.search.put('matter', matter.id);
  }

  async update(id: string, change: Partial<Matter>): Promise<void> {
    await currentManager().update(Matter, { id }, change);
    await this.search.put('matter', id);
  }
}
