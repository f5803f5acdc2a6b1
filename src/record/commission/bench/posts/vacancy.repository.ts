import { Injectable } from '@nestjs/common';
import type { Keyset } from '#src/foundation/common/index.js';
import type { NamedQuery } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { coversDay } from '../../shared/covering.js';
import type { PostFilter, PostRow } from './post.repository.js';

export interface VacancyRow extends Omit<PostRow, 'startsOn' | 'endsOn' | 'revision'> {
  vacantSince: string;
  filledFrom: string | null;
}

@Injectable()
export class VacancyRepository {
  constructor(private readonly gate: Gate) {}

  list(filter: PostFilter, keyset: Keyset): Promise<VacancyRow[]> {
    return this.gate.rows<VacancyRow & Record<string, unknown>>(this.listing(filter, keyset));
  }

  /** What `list` asks, for whoever asks it together with more. */
  listing({ kind, at }: PostFilter, keyset: Keyset): NamedQuery {
    const [post, term, body] = ['x', 'm', 'o'].map((alias) => this.gate.readable(alias, 3));
    const next = 3 + post!.values.length;
    return {
      name: `vacancies.list ${post!.form} ${keyset.name}`,
      text: `with d as materialized (
          select coalesce($2::date, (now() at time zone c.time_zone)::date) as day from commission c)
        select x.id, x.kind, x.office, x.label, x.sector_id as "sectorId", o.id as "fillableById",
               greatest(x.starts_on, t.before + 1)::text as "vacantSince", t.after::text as "filledFrom" ${keyset.columns}
          from d
          join post x on ${coversDay('x')}
          left join organisation o on o.id = x.fillable_by_id and ${body!.sql}
         cross join lateral (
           select max(m.ends_on) filter (where m.ends_on < d.day) as before,
                  min(m.starts_on) filter (where d.day < m.starts_on) as after,
                  count(*) filter (where ${coversDay('m')}) as now
             from membership m where m.post_id = x.id and ${term!.sql}) t
         where t.now = 0 and ($1::text is null or x.kind = $1) and ${post!.sql} and ${keyset.where(next)}
         order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [kind ?? null, at ?? null, ...post!.values, ...keyset.values],
    };
  }
}
