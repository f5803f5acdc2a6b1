import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isExclusionViolation } from '#src/foundation/database/index.js';
import { Gate, type OwnLabel } from '#src/trust/access/index.js';
import { alreadyRecused } from './matter.errors.js';
import { Recusal } from './recusal.entity.js';

export interface RecusalRow {
  id: string;
  matterId: string;
  matterTitle: string;
  reason: string;
  startsAt: Date;
  endsAt: Date | null;
  revision: string;
}

export const RECUSAL_ORDER: ListOrder = {
  keys: { startsAt: { sql: 'r.starts_at', type: 'timestamptz' }, id: { sql: 'r.id', type: 'uuid' } },
  unique: 'id',
  default: '-startsAt',
};

const COLUMNS = `r.id, r.matter_id as "matterId", t.title as "matterTitle", r.reason, r.starts_at as "startsAt",
  r.ends_at as "endsAt", r.revision`;

/** A matter at a moment. */
export interface MatterAt {
  readonly matterId: string;
  readonly at: Date;
}

@Injectable()
export class RecusalRepository {
  constructor(private readonly gate: Gate) {}

  list(personId: string, keyset: Keyset): Promise<RecusalRow[]> {
    const readable = this.gate.readable('r', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<RecusalRow & Record<string, unknown>>({
      name: `recusals.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from recusal r join matter t on t.id = r.matter_id
              where r.person_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [personId, ...readable.values, ...keyset.values],
    });
  }

  async count(personId: string): Promise<number> {
    const readable = this.gate.readable('r', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `recusals.count ${readable.form}`,
      text: `select count(*)::int as total from recusal r where r.person_id = $1 and ${readable.sql}`,
      values: [personId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(personId: string, id: string): Promise<RecusalRow | null> {
    const readable = this.gate.readable('r', 3);
    const [row] = await this.gate.rows<RecusalRow & Record<string, unknown>>({
      name: `recusals.find ${readable.form}`,
      text: `select ${COLUMNS} from recusal r join matter t on t.id = r.matter_id
              where r.person_id = $1 and r.id = $2 and ${readable.sql}`,
      values: [personId, id, ...readable.values],
    });
    return row ?? null;
  }

  /**
   * What this very write entered. From then on its member may see no more of a closed matter, so it is read before
   * the write ends, through the policies alone.
   */
  async findWritten(id: string): Promise<RecusalRow | null> {
    const [row] = await this.gate.rows<RecusalRow & Record<string, unknown>>({
      name: 'recusals.find-written',
      text: `select ${COLUMNS} from recusal r join matter t on t.id = r.matter_id where r.id = $1`,
      values: [id],
    });
    return row ?? null;
  }

  /** Who is recused from the matter at that moment: the start inclusive, the end not. */
  async personsRecused(matterId: string, at: Date): Promise<string[]> {
    const readable = this.gate.readable('r', 3);
    const rows = await this.gate.rows<{ personId: string }>({
      name: `recusals.persons ${readable.form}`,
      text: `select r.person_id as "personId" from recusal r
              where r.matter_id = $1 and r.starts_at <= $2 and (r.ends_at is null or $2 < r.ends_at) and ${readable.sql}`,
      values: [matterId, at, ...readable.values],
    });
    return rows.map(({ personId }) => personId);
  }

  /** Of each of the occasions who was recused then, in their order. */
  async personsRecusedAt(occasions: readonly MatterAt[]): Promise<string[][]> {
    const readable = this.gate.readable('r', 3);
    const rows = await this.gate.rows<{ index: number; personId: string }>({
      name: `recusals.persons-at ${readable.form}`,
      text: `select o.index::int, r.person_id as "personId"
               from unnest($1::uuid[], $2::timestamptz[]) with ordinality o (matter, at, index)
               join recusal r on r.matter_id = o.matter and r.starts_at <= o.at and (r.ends_at is null or o.at < r.ends_at)
              where ${readable.sql}`,
      values: [occasions.map(({ matterId }) => matterId), occasions.map(({ at }) => at), ...readable.values],
    });
    const persons = occasions.map((): string[] => []);
    for (const { index, personId } of rows) persons[index - 1]?.push(personId);
    return persons;
  }

  /** The person whose account the caller's is; null: nobody's. */
  async callersPerson(): Promise<string | null> {
    const [row] = await this.gate.rows<{ person: string | null }>({
      name: 'recusals.callers-person',
      text: 'select access.linked_person() as person',
      values: [],
    });
    return row?.person ?? null;
  }

  async lock(personId: string, id: string): Promise<Recusal | null> {
    return currentManager().findOne(Recusal, {
      where: { id, personId },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async insert(recusal: Partial<Recusal>): Promise<void> {
    await currentManager().insert(Recusal, recusal).catch(refuseSecond);
  }

  async update(id: string, change: Partial<Recusal>): Promise<void> {
    await currentManager().update(Recusal, { id }, change).catch(refuseSecond);
  }

  /** A person was listed, or taken back: so are their recusals. */
  async relabelOf(personId: string, label: OwnLabel): Promise<void> {
    await currentManager().update(Recusal, { personId }, label);
  }
}

function refuseSecond(error: unknown): never {
  throw isExclusionViolation(error, 'recusal_once') ? alreadyRecused() : error;
}
