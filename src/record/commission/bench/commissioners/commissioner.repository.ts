import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import type { NamedQuery } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { PERSON_COLUMNS, type PersonRow } from '../../people/person.repository.js';
import { coversDay } from '../../shared/covering.js';
import type { Office } from '../posts/post-kind.js';

export interface Held {
  termId: string;
  postId: string;
  label: string;
  startsOn: string;
  endsOn: string | null;
  acting: boolean;
}

interface Reference {
  id: string;
  name: string;
}

export interface SeatHeld extends Held {
  sector: Reference | null;
  appointedBy: Reference | null;
}

export interface OfficeHeld extends Held {
  office: Office | null;
}

export interface CommissionerRow extends PersonRow {
  seat: SeatHeld | null;
  offices: OfficeHeld[];
}

export const COMMISSIONER_ORDER: ListOrder = {
  keys: { name: { sql: 'p.name', type: 'text' }, id: { sql: 'p.id', type: 'uuid' } },
  unique: 'id',
  default: 'name',
};

const TODAY = '(now() at time zone c.time_zone)::date';

@Injectable()
export class CommissionerRepository {
  constructor(private readonly gate: Gate) {}

  /** Who sits on that day; undefined: today. */
  list(at: string | undefined, keyset: Keyset): Promise<CommissionerRow[]> {
    return this.gate.rows<CommissionerRow & Record<string, unknown>>(this.listing(at, keyset));
  }

  /** What `list` asks, for whoever asks it together with more. */
  listing(at: string | undefined, keyset: Keyset): NamedQuery {
    const readable = this.gate.readable('p', 2);
    const next = readable.values.length + 2;
    return {
      name: `commissioners.list ${readable.form} ${keyset.name}`,
      text: `with d as materialized (select coalesce($1::date, ${TODAY}) as day from commission c)
        select ${PERSON_COLUMNS}, st.seat, oc.offices ${keyset.columns}
          from d cross join person p ${this.held(2)}
         where p.id in (select m.person_id from membership m where m.kind = 'seat' and ${coversDay('m')})
           and st.seat is not null and ${readable.sql} and ${keyset.where(next)}
         order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [at ?? null, ...readable.values, ...keyset.values],
    };
  }

  async count(at: string | undefined): Promise<number> {
    const readable = this.gate.readable('m', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `commissioners.count ${readable.form}`,
      text: `with d as materialized (select coalesce($1::date, ${TODAY}) as day from commission c)
        select count(*)::int as total from d join membership m on m.kind = 'seat' and ${coversDay('m')} and ${readable.sql}`,
      values: [at ?? null, ...readable.values],
    });
    return row?.total ?? 0;
  }

  /** Somebody who ever held a seat or an office, as they stand today. */
  async find(id: string): Promise<CommissionerRow | null> {
    const [person, term] = [this.gate.readable('p', 2), this.gate.readable('m', 2)];
    const [row] = await this.gate.rows<CommissionerRow & Record<string, unknown>>({
      name: `commissioners.find ${person.form}`,
      text: `with d as materialized (select ${TODAY} as day from commission c)
        select ${PERSON_COLUMNS}, st.seat, oc.offices from d cross join person p ${this.held(2)}
         where p.id = $1 and ${person.sql}
           and exists (select from membership m where m.person_id = p.id and m.kind <> 'staff' and ${term.sql})`,
      values: [id, ...person.values],
    });
    return row ?? null;
  }

  /** What the person `p` holds on the day `d`, each as far as the caller may know of it. */
  private held(first: number): string {
    const readable = (alias: string): string => this.gate.readable(alias, first).sql;
    return `
      left join lateral (
        select jsonb_build_object(${HELD}, 'sector', ${reference('s')}, 'appointedBy', ${reference('o')}) as seat
          from membership m join post x on x.id = m.post_id
          left join sector s on s.id = x.sector_id and ${readable('s')}
          left join organisation o on o.id = m.appointed_by_id and ${readable('o')}
         where m.person_id = p.id and m.kind = 'seat' and ${coversDay('m')} and ${readable('m')}) st on true
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object(${HELD}, 'office', x.office) order by x.office, x.label, m.id), '[]') as offices
          from membership m join post x on x.id = m.post_id
         where m.person_id = p.id and m.kind = 'office' and ${coversDay('m')} and ${readable('m')}) oc`;
  }
}

const HELD = `'termId', m.id, 'postId', m.post_id, 'label', x.label, 'startsOn', m.starts_on, 'endsOn', m.ends_on,
  'acting', m.acting`;

const reference = (alias: string): string =>
  `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;
