import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { SEALED_COLUMNS, type SealedEntry } from '../tree/index.js';
import { LogDesk } from './log-desk.js';

export interface EntryRow extends SealedEntry {
  position: string | null;
}

export interface EntryFilter {
  readonly action: string | null;
  readonly subjectId: string | null;
  readonly actorId: string | null;
  readonly from: string | null;
  readonly before: string | null;
}

export const ENTRY_ORDER: ListOrder = {
  keys: { at: { sql: 'e.at', type: 'timestamptz' }, id: { sql: 'e.id', type: 'uuid' } },
  unique: 'id',
  default: '-at',
};

const COLUMNS = `${SEALED_COLUMNS}, l.position`;
const SOURCE = 'audit.entry e left join audit.leaf l on l.entry_id = e.id';

@Injectable()
export class EntryRepository {
  constructor(private readonly desk: LogDesk) {}

  list(filter: EntryFilter, keyset: Keyset): Promise<EntryRow[]> {
    const where = whereOf(filter);
    const next = where.values.length + 1;
    return this.desk.rows<EntryRow>({
      name: `audit.entries ${where.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from ${SOURCE}
              where ${where.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    });
  }

  async count(filter: EntryFilter): Promise<number> {
    const where = whereOf(filter);
    const [row] = await this.desk.rows<{ total: number }>({
      name: `audit.entries.count ${where.form}`,
      text: `select count(*)::int as total from audit.entry e where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<EntryRow | null> {
    const [row] = await this.desk.rows<EntryRow>({
      name: 'audit.entries.find',
      text: `select ${COLUMNS} from ${SOURCE} where e.id = $1`,
      values: [id],
    });
    return row ?? null;
  }
}

/** Only the filters that are given, so that each form has the plan that fits it. */
function whereOf(filter: EntryFilter): { sql: string; values: unknown[]; form: string } {
  const conditions = [
    ['a', 'e.action =', filter.action],
    ['s', 'e.subject_id =', filter.subjectId],
    ['w', 'e.actor_id =', filter.actorId],
    ['f', 'e.at >=', filter.from],
    ['b', 'e.at <', filter.before],
  ] as const;
  const given = conditions.filter(([, , value]) => value !== null);
  return {
    sql: given.map(([, condition], i) => `${condition} $${i + 1}`).join(' and ') || 'true',
    values: given.map(([, , value]) => value),
    form: given.map(([letter]) => letter).join(''),
  };
}
