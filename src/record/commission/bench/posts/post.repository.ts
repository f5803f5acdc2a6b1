import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isExclusionViolation } from '#src/foundation/database/index.js';
import { Gate, type Predicate } from '#src/trust/access/index.js';
import { chairProvided } from '../bench.errors.js';
import { coversDay } from '../../shared/covering.js';
import type { Office, PostKind } from './post-kind.js';
import { Post } from './post.entity.js';

export interface PostRow {
  id: string;
  kind: PostKind;
  office: Office | null;
  label: string;
  sectorId: string | null;
  fillableById: string | null;
  startsOn: string;
  endsOn: string | null;
  revision: string;
}

export interface PostFilter {
  readonly kind?: PostKind;
  /** A day on which it is provided for. */
  readonly at?: string;
}

export const POST_ORDER: ListOrder = {
  keys: {
    label: { sql: 'x.label', type: 'text' },
    startsOn: { sql: 'x.starts_on', type: 'date' },
    id: { sql: 'x.id', type: 'uuid' },
  },
  unique: 'id',
  default: 'label',
};

@Injectable()
export class PostRepository {
  constructor(private readonly gate: Gate) {}

  list(filter: PostFilter, keyset: Keyset): Promise<PostRow[]> {
    const where = this.whereOf(filter);
    const next = where.values.length + 1;
    return this.gate.rows<PostRow>({
      name: `posts.list ${where.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from post x ${this.appointer(3)}
              where ${where.sql} and ${keyset.where(next)} order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    });
  }

  async count(filter: PostFilter): Promise<number> {
    const where = this.whereOf(filter);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `posts.count ${where.form}`,
      text: `select count(*)::int as total from post x where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<PostRow | null> {
    const readable = this.gate.readable('x', 2);
    const [row] = await this.gate.rows<PostRow>({
      name: `posts.find ${readable.form}`,
      text: `select ${COLUMNS} from post x ${this.appointer(2)} where x.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  /** Holds it as it is: who fills it and who shortens it take turns. */
  async lock(id: string): Promise<Post | null> {
    return currentManager().findOne(Post, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Whether a term in it reaches beyond these days. */
  async isHeldBeyond(id: string, startsOn: string, endsOn: string | null): Promise<boolean> {
    const [row] = await this.gate.rows<{ held: boolean }>({
      name: 'posts.held-beyond',
      text: `select exists (select from membership m
               where m.post_id = $1 and not daterange(m.starts_on, m.ends_on, '[]') <@ daterange($2, $3, '[]')) as held`,
      values: [id, startsOn, endsOn],
    });
    return row?.held ?? false;
  }

  async insert(post: Partial<Post>): Promise<void> {
    await currentManager().insert(Post, post).catch(refuseSecondChair);
  }

  async update(id: string, change: Partial<Post>): Promise<void> {
    await currentManager().update(Post, { id }, change).catch(refuseSecondChair);
  }

  private whereOf({ kind, at }: PostFilter): Predicate {
    const readable = this.gate.readable('x', 3);
    return {
      ...readable,
      sql: `($1::text is null or x.kind = $1)
        and ($2::date is null or (${coversDay('x', '$2')})) and ${readable.sql}`,
      values: [kind ?? null, at ?? null, ...readable.values],
    };
  }

  /** Who appoints to it, as far as the caller may know of them. */
  private appointer(first: number): string {
    return `left join organisation o on o.id = x.fillable_by_id and ${this.gate.readable('o', first).sql}`;
  }
}

const COLUMNS = `x.id, x.kind, x.office, x.label, x.sector_id as "sectorId", o.id as "fillableById",
  x.starts_on::text as "startsOn", x.ends_on::text as "endsOn", x.revision`;

function refuseSecondChair(error: unknown): never {
  throw isExclusionViolation(error, 'post_one_chair') ? chairProvided() : error;
}
