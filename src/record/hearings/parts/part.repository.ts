import type { EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { given, type Keyset, type ListOrder, unknownReferences } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import type { Gate } from '#src/trust/access/index.js';
import type { HearingPart } from './hearing-part.entity.js';

export interface PartRow {
  id: string;
  order: number;
  revision: string;
}

/** How one kind of part is read: the table stands in the queries as `x`. */
export interface PartShape<E extends HearingPart> {
  readonly entity: EntityTarget<E>;
  readonly table: string;
  /** Beside `id`, `order` and `revision`. */
  readonly columns: string;
  readonly joins?: string;
  /** Whether they are put into another order all at once, and somebody may hold a tag of the whole. */
  readonly ordered?: true;
}

export const PART_ORDER: ListOrder = {
  keys: { order: { sql: 'x.ordinal', type: 'integer' }, id: { sql: 'x.id', type: 'uuid' } },
  unique: 'id',
  default: 'order',
};

/** One shape of reading and writing for all that hangs on a hearing. */
export abstract class PartRepository<E extends HearingPart, R extends PartRow> {
  private readonly columns: string;
  private readonly from: string;

  constructor(
    protected readonly gate: Gate,
    protected readonly shape: PartShape<E>,
  ) {
    this.columns = `x.revision, ${shape.columns}`;
    this.from = `from ${shape.table} x ${shape.joins ?? ''}`;
  }

  get table(): string {
    return this.shape.table;
  }

  get ordered(): boolean {
    return this.shape.ordered ?? false;
  }

  list(hearingId: string, keyset: Keyset): Promise<R[]> {
    const place = this.place();
    const readable = this.gate.readable('x', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<R>({
      name: `${this.table}.list ${place.form} ${readable.form} ${keyset.name}`,
      text: `select x.id, ${place.sql} as "order", ${this.columns} ${keyset.columns} ${this.from}
              where x.hearing_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [hearingId, ...readable.values, ...keyset.values],
    });
  }

  async count(hearingId: string): Promise<number> {
    const readable = this.gate.readable('x', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `${this.table}.count ${readable.form}`,
      text: `select count(*)::int as total from ${this.table} x where x.hearing_id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(hearingId: string, id: string): Promise<R | null> {
    const place = this.place();
    const readable = this.gate.readable('x', 3);
    const [row] = await this.gate.rows<R>({
      name: `${this.table}.find ${place.form} ${readable.form}`,
      text: `select x.id, ${place.sql} as "order", ${this.columns} ${this.from} where x.hearing_id = $1 and x.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  /** The first of them, of the hearing `$1`, as one JSON value within another statement; `rowsOfJson` reads it. */
  embedded(firstParameter: number, limit: number): { form: string; sql: string; values: readonly unknown[] } {
    const place = this.place();
    const readable = this.gate.readable('x', firstParameter);
    return {
      form: place.form,
      sql: `(select coalesce(json_agg(e order by e."order", e.id), '[]')
               from (select x.id, ${place.sql} as "order", ${this.columns} ${this.from}
                      where x.hearing_id = $1 and ${readable.sql} order by x.ordinal, x.id limit ${limit}) e)`,
      values: readable.values,
    };
  }

  /** Of all that the caller sees, in their order. */
  async ids(hearingId: string): Promise<string[]> {
    const readable = this.gate.readable('x', 2);
    const rows = await this.gate.rows<{ id: string }>({
      name: `${this.table}.ids ${readable.form}`,
      text: `select x.id from ${this.table} x where x.hearing_id = $1 and ${readable.sql} order by x.ordinal, x.id`,
      values: [hearingId, ...readable.values],
    });
    return rows.map(({ id }) => id);
  }

  /**
   * The desk, which sees every part, reads the order as it is kept. Anybody else reads the place among what they see:
   * a gap in the numbers would tell of what is hidden between them.
   */
  private place(): { form: string; sql: string } {
    if (this.gate.isDesk()) return { form: 'kept', sql: 'x.ordinal' };
    return {
      form: 'seen',
      sql: `(select count(*)::int from ${this.table} y
             where y.hearing_id = x.hearing_id and (y.ordinal, y.id) <= (x.ordinal, x.id))`,
    };
  }

  /** For writers, who hold the hearing: nobody else changes what hangs on it meanwhile. */
  async held(hearingId: string, id: string): Promise<E | null> {
    const where = { id, hearingId } as FindOptionsWhere<E>;
    return currentManager().findOne(this.shape.entity, { where });
  }

  /** Locked, so that what the caller sees and must not change (they stepped back from its matter) is not there. */
  async heldForChange(hearingId: string, id: string): Promise<E | null> {
    const where = { id, hearingId } as FindOptionsWhere<E>;
    const lock = { mode: 'for_no_key_update' } as const;
    return currentManager().findOne(this.shape.entity, { where, lock });
  }

  async allHeld(hearingId: string): Promise<E[]> {
    return currentManager().find(this.shape.entity, { where: { hearingId } as FindOptionsWhere<E> });
  }

  async nextOrdinal(hearingId: string): Promise<number> {
    const where = { hearingId } as FindOptionsWhere<E>;
    const last = await currentManager().maximum(this.shape.entity, 'ordinal' as never, where);
    return (last ?? 0) + 1;
  }

  async insert(part: Partial<E>): Promise<void> {
    await currentManager().insert(this.shape.entity, part as QueryDeepPartialEntity<E>);
  }

  async update(id: string, change: Partial<E>): Promise<void> {
    if (Object.keys(given(change)).length === 0) return;
    const where = { id } as FindOptionsWhere<E>;
    await currentManager().update(this.shape.entity, where, change as QueryDeepPartialEntity<E>);
  }

  /**
   * Gives the parts named the places 1 to n.
   *
   * @returns the ids of those that stood elsewhere
   * @throws DomainError 422 UNKNOWN_REFERENCE for those that the caller sees and must not change
   */
  async reorder(hearingId: string, ids: readonly string[]): Promise<string[]> {
    const elsewhere = await currentManager().query<{ id: string; at: number }[]>(
      `select t.id, w.at::int from unnest($2::uuid[]) with ordinality w (id, at)
         join ${this.table} t on t.id = w.id where t.hearing_id = $1 and t.ordinal <> w.at order by w.at`,
      [hearingId, ids],
    );
    const [moved] = await currentManager().query<[{ id: string }[], number]>(
      `update ${this.table} t set ordinal = w.at from unnest($2::uuid[]) with ordinality w (id, at)
        where t.id = w.id and t.hearing_id = $1 and t.ordinal <> w.at returning t.id`,
      [hearingId, ids],
    );
    const done = new Set(moved.map(({ id }) => id));
    const refused = elsewhere.filter(({ id }) => !done.has(id));
    if (refused.length > 0) throw unknownReferences(refused.map(({ at }) => `/itemIds/${at - 1}`));
    return elsewhere.map(({ id }) => id);
  }

  async remove(id: string): Promise<void> {
    await currentManager().delete(this.shape.entity, { id });
  }
}
