import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager, isExclusionViolation } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { postTaken, termOverlaps } from '../bench.errors.js';
import type { Office, PostKind } from '../posts/post-kind.js';
import type { EndReason } from './end-reason.js';
import { Membership } from './membership.entity.js';

export interface TermRow {
  id: string;
  postId: string;
  kind: PostKind;
  office: Office | null;
  label: string;
  startsOn: string;
  endsOn: string | null;
  acting: boolean;
  appointedById: string | null;
  succeedsId: string | null;
  endReason: EndReason | null;
  revision: string;
}

/** A term that stands in the same post in the same days. */
export interface StandingTerm {
  id: string;
  acting: boolean;
  startsOn: string;
}

export const TERM_ORDER: ListOrder = {
  keys: { startsOn: { sql: 'm.starts_on', type: 'date' }, id: { sql: 'm.id', type: 'uuid' } },
  unique: 'id',
  default: '-startsOn',
};

const COLUMNS = `m.id, m.post_id as "postId", m.kind, x.office, x.label, m.starts_on::text as "startsOn",
  m.ends_on::text as "endsOn", m.acting, o.id as "appointedById", b.id as "succeedsId", m.end_reason as "endReason",
  m.revision`;

@Injectable()
export class TermRepository {
  constructor(private readonly gate: Gate) {}

  list(personId: string, keyset: Keyset): Promise<TermRow[]> {
    const readable = this.gate.readable('m', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<TermRow & Record<string, unknown>>({
      name: `terms.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from membership m ${this.beside(2)}
              where m.person_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [personId, ...readable.values, ...keyset.values],
    });
  }

  async count(personId: string): Promise<number> {
    const readable = this.gate.readable('m', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `terms.count ${readable.form}`,
      text: `select count(*)::int as total from membership m where m.person_id = $1 and ${readable.sql}`,
      values: [personId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(personId: string, id: string): Promise<TermRow | null> {
    const readable = this.gate.readable('m', 3);
    const [row] = await this.gate.rows<TermRow & Record<string, unknown>>({
      name: `terms.find ${readable.form}`,
      text: `select ${COLUMNS} from membership m ${this.beside(3)}
              where m.person_id = $1 and m.id = $2 and ${readable.sql}`,
      values: [personId, id, ...readable.values],
    });
    return row ?? null;
  }

  async lock(personId: string, id: string): Promise<Membership | null> {
    return currentManager().findOne(Membership, {
      where: { id, personId },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** The days of a term in this post. */
  async daysOf(id: string, postId: string): Promise<Pick<Membership, 'startsOn' | 'endsOn'> | null> {
    return currentManager().findOne(Membership, {
      where: { id, postId },
      select: { id: true, startsOn: true, endsOn: true },
    });
  }

  /** Who else stands in the post in these days. Whoever asks holds the post's row. */
  standing(postId: string, startsOn: string, endsOn: string | null, except: string): Promise<StandingTerm[]> {
    return this.gate.rows<StandingTerm & Record<string, unknown>>({
      name: 'terms.standing',
      text: `select m.id, m.acting, m.starts_on::text as "startsOn" from membership m
              where m.post_id = $1 and m.id <> $4
                and daterange(m.starts_on, m.ends_on, '[]') && daterange($2, $3, '[]')
              order by m.starts_on`,
      values: [postId, startsOn, endsOn, except],
    });
  }

  async insert(term: Partial<Membership>): Promise<void> {
    await currentManager().insert(Membership, term).catch(refuseOverlap);
  }

  async update(id: string, change: Partial<Membership>): Promise<void> {
    await currentManager().update(Membership, { id }, change).catch(refuseOverlap);
  }

  /** The post, who appointed, and the term before: the latter two as far as the caller may know of them. */
  private beside(first: number): string {
    return `join post x on x.id = m.post_id
      left join organisation o on o.id = m.appointed_by_id and ${this.gate.readable('o', first).sql}
      left join membership b on b.id = m.succeeds_id and ${this.gate.readable('b', first).sql}`;
  }
}

function refuseOverlap(error: unknown): never {
  if (isExclusionViolation(error, 'membership_post_taken')) throw postTaken();
  throw isExclusionViolation(error, 'membership_one_seat') ? termOverlaps() : error;
}
