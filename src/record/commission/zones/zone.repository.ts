import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isUniqueViolation, type NamedQuery } from '#src/foundation/database/index.js';
import { Gate, type Predicate } from '#src/trust/access/index.js';
import { zoneNumberTaken } from '../commission.errors.js';
import { Zone } from './zone.entity.js';

export interface ZoneRow {
  id: string;
  number: number;
  name: string;
  /** FIPS codes. */
  counties: string[];
  revision: string;
}

export const ZONE_ORDER: ListOrder = {
  keys: { number: { sql: 'z.number', type: 'integer' }, id: { sql: 'z.id', type: 'uuid' } },
  unique: 'id',
  default: 'number',
};

const COLUMNS = `z.id, z.number, z.name, z.revision,
  array(select zc.fips from zone_county zc where zc.zone_id = z.id order by zc.fips) as counties`;

@Injectable()
export class ZoneRepository {
  constructor(private readonly gate: Gate) {}

  list(county: string | null, keyset: Keyset): Promise<ZoneRow[]> {
    return this.gate.rows<ZoneRow>(this.listing(county, keyset));
  }

  /** What `list` asks, for whoever asks it together with more. */
  listing(county: string | null, keyset: Keyset): NamedQuery {
    const where = whereOf(county, this.gate.readable('z', 2));
    const next = where.values.length + 1;
    return {
      name: `zones.list ${where.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from zone z
              where ${where.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    };
  }

  async count(county: string | null): Promise<number> {
    const where = whereOf(county, this.gate.readable('z', 2));
    const [row] = await this.gate.rows<{ total: number }>({
      name: `zones.count ${where.form}`,
      text: `select count(*)::int as total from zone z where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<ZoneRow | null> {
    const readable = this.gate.readable('z', 2);
    const [row] = await this.gate.rows<ZoneRow>({
      name: `zones.find ${readable.form}`,
      text: `select ${COLUMNS} from zone z where z.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** Those of the ids that the caller can see. */
  async known(ids: readonly string[]): Promise<string[]> {
    const readable = this.gate.readable('z', 2);
    const rows = await this.gate.rows<{ id: string }>({
      name: `zones.known ${readable.form}`,
      text: `select z.id from zone z where z.id = any ($1::uuid[]) and ${readable.sql}`,
      values: [ids, ...readable.values],
    });
    return rows.map(({ id }) => id);
  }

  /** Waits for whoever is changing it; what it then reads cannot change until the transaction ends. */
  async lock(id: string): Promise<Zone | null> {
    return currentManager().findOne(Zone, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(zone: Partial<Zone>): Promise<void> {
    await currentManager().insert(Zone, zone).catch(refuseTakenNumber);
  }

  async update(id: string, change: Partial<Zone>): Promise<void> {
    await currentManager().update(Zone, { id }, change).catch(refuseTakenNumber);
  }
}

function whereOf(county: string | null, readable: Predicate): Predicate {
  return {
    sql: `($1::text is null or z.id = (select c.zone_id from zone_county c where c.fips = $1)) and ${readable.sql}`,
    values: [county, ...readable.values],
    form: readable.form,
  };
}

function refuseTakenNumber(error: unknown): never {
  throw isUniqueViolation(error, 'zone_number') ? zoneNumberTaken() : error;
}
