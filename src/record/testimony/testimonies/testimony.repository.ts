import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { RecordStatus } from '../entities/record-status.js';
import { type Position, Testimony, type TestimonyForm } from '../entities/testimony.entity.js';
import { Filters } from '../shared/filters.js';

export interface TestimonyRow {
  id: string;
  hearing_id: string | null;
  witness_id: string | null;
  agenda_item_id: string | null;
  recording_id: string | null;
  form: TestimonyForm;
  name: string;
  position: Position | null;
  affiliations: string[];
  borough: string | null;
  neighborhood: string | null;
  language: string;
  status: RecordStatus;
  received_at: Date;
  posted_at: Date | null;
  start_seconds: number | null;
  end_seconds: number | null;
  source_notes: string[];
  source_url: string | null;
  revision: string;
}

export interface TestimonyFilter {
  hearing?: string;
  position?: Position;
  status?: RecordStatus;
  form?: TestimonyForm;
  'receivedAt[gte]'?: string;
  'updatedAt[gte]'?: string;
}

export const TESTIMONY_ORDER: ListOrder = {
  keys: {
    receivedAt: { sql: 't.received_at', type: 'timestamptz' },
    updatedAt: { sql: 't.updated_at', type: 'timestamptz' },
    // Where the recording is hidden, so is the second: else the order would tell it.
    start: {
      sql: 'coalesce((select t.start_seconds from recording sr where sr.id = t.recording_id), -1)',
      type: 'float8',
    },
    id: { sql: 't.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-receivedAt',
};

// Witness, agenda item and recording can be hidden where the testimony is not: through their own policies, they are null then.
const COLUMNS = `t.id, t.hearing_id, (select w.id from witness w where w.id = t.witness_id) as witness_id,
  (select a.id from agenda_item a where a.id = t.agenda_item_id) as agenda_item_id,
  (select r.id from recording r where r.id = t.recording_id) as recording_id,
  t.form, t.name, t.position, t.affiliations, t.borough, t.neighborhood, t.language, t.status, t.received_at,
  t.posted_at, t.start_seconds, t.end_seconds, t.source_notes, t.source_url, t.revision`;

@Injectable()
export class TestimonyRepository {
  constructor(private readonly gate: Gate) {}

  list(filter: TestimonyFilter, keyset: Keyset): Promise<TestimonyRow[]> {
    const { readable, filters } = this.conditions(filter);
    return this.gate.rows<TestimonyRow>({
      name: `testimonies ${readable.form} ${filters.name} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from testimony t
              where ${readable.sql} and ${filters.sql} and ${keyset.where(filters.next)}
              order by ${keyset.order} limit ${keyset.limit(filters.next)}`,
      values: [...filters.values, ...keyset.values],
    });
  }

  async count(filter: TestimonyFilter): Promise<number> {
    const { readable, filters } = this.conditions(filter);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `testimonies.count ${readable.form} ${filters.name}`,
      text: `select count(*)::int as total from testimony t where ${readable.sql} and ${filters.sql}`,
      values: filters.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<TestimonyRow | null> {
    const readable = this.gate.readable('t', 2);
    const [row] = await this.gate.rows<TestimonyRow>({
      name: `testimonies.find ${readable.form}`,
      text: `select ${COLUMNS} from testimony t where t.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** Waits for whoever is changing it; what it then reads cannot change until the transaction ends. */
  lock(id: string): Promise<Testimony | null> {
    return currentManager().findOne(Testimony, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(testimony: Partial<Testimony>): Promise<void> {
    await currentManager().insert(Testimony, testimony);
  }

  async update(id: string, change: Partial<Testimony>): Promise<void> {
    await currentManager().update(Testimony, { id }, change);
  }

  private conditions(filter: TestimonyFilter) {
    const readable = this.gate.readable('t', 1);
    const filters = new Filters(readable.values)
      .add('h', 't.hearing_id = ?', filter.hearing)
      .add('p', 't.position = ?', filter.position)
      .add('s', 't.status = ?', filter.status)
      .add('f', 't.form = ?', filter.form)
      .add('r', 't.received_at >= ?', filter['receivedAt[gte]'])
      .add('u', 't.updated_at >= ?', filter['updatedAt[gte]']);
    return { readable, filters };
  }
}
