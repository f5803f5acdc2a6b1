import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isUniqueViolation, type NamedQuery } from '#src/foundation/database/index.js';
import { Gate, type Predicate } from '#src/trust/access/index.js';
import { covering } from '../shared/covering.js';
import { CommissionSearch } from '../shared/commission-search.js';
import { Sector } from './sector.entity.js';
import { sectorKeyTaken } from './sector.errors.js';

export interface SectorRow {
  id: string;
  key: string;
  name: string;
  description: string | null;
  startedOn: string | null;
  endedOn: string | null;
  revision: string;
}

export interface SectorFilter {
  readonly key?: string;
  /** A day on which it goes on. */
  readonly on?: string;
}

export const SECTOR_ORDER: ListOrder = {
  keys: {
    name: { sql: 's.name', type: 'text' },
    key: { sql: 's.key', type: 'text' },
    id: { sql: 's.id', type: 'uuid' },
  },
  unique: 'id',
  default: 'name',
};

/** How many seats a refusal names. */
const MOST_NAMED = 50;

const COLUMNS = `s.id, s.key, s.name, s.description, s.started_on::text as "startedOn",
  s.ended_on::text as "endedOn", s.revision`;

@Injectable()
export class SectorRepository {
  constructor(
    private readonly gate: Gate,
    private readonly search: CommissionSearch,
  ) {}

  list(filter: SectorFilter, keyset: Keyset): Promise<SectorRow[]> {
    return this.gate.rows<SectorRow>(this.listing(filter, keyset));
  }

  /** What `list` asks, for whoever asks it together with more. */
  listing(filter: SectorFilter, keyset: Keyset): NamedQuery {
    const where = whereOf(filter, this.gate.readable('s', 3));
    const next = where.values.length + 1;
    return {
      name: `sectors.list ${where.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from sector s
              where ${where.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    };
  }

  async count(filter: SectorFilter): Promise<number> {
    const where = whereOf(filter, this.gate.readable('s', 3));
    const [row] = await this.gate.rows<{ total: number }>({
      name: `sectors.count ${where.form}`,
      text: `select count(*)::int as total from sector s where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<SectorRow | null> {
    const readable = this.gate.readable('s', 2);
    const [row] = await this.gate.rows<SectorRow>({
      name: `sectors.find ${readable.form}`,
      text: `select ${COLUMNS} from sector s where s.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(id: string): Promise<Sector | null> {
    return currentManager().findOne(Sector, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Some of the seats for it that are provided for beyond the day. Whoever asks holds the sector's row. */
  async seatsBeyond(id: string, day: string): Promise<string[]> {
    const rows = await this.gate.rows<{ id: string }>({
      name: 'sectors.seats-beyond',
      text: `select p.id from post p where p.sector_id = $1 and (p.ends_on is null or p.ends_on > $2::date)
              order by p.label, p.id limit ${MOST_NAMED}`,
      values: [id, day],
    });
    return rows.map((row) => row.id);
  }

  async insert(sector: Partial<Sector> & Pick<Sector, 'id'>): Promise<void> {
    await currentManager().insert(Sector, sector).catch(refuseTakenKey);
    await this.search.put('sector', sector.id);
  }

  async update(id: string, change: Partial<Sector>): Promise<void> {
    await currentManager().update(Sector, { id }, change).catch(refuseTakenKey);
    await this.search.put('sector', id);
  }
}

/** Sectors are few: one text for every filter, and the planner leaves out what is null. */
function whereOf({ key, on }: SectorFilter, readable: Predicate): Predicate {
  return {
    sql: `($1::text is null or s.key = $1)
      and ($2::date is null or ${covering('$2', 's.started_on', 's.ended_on')})
      and ${readable.sql}`,
    values: [key ?? null, on ?? null, ...readable.values],
    form: readable.form,
  };
}

function refuseTakenKey(error: unknown): never {
  throw isUniqueViolation(error, 'sector_key') ? sectorKeyTaken() : error;
}
