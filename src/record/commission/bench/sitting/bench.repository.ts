import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { coversDay } from '../../shared/covering.js';
import type { BenchDay } from './seat.js';

@Injectable()
export class BenchRepository {
  constructor(private readonly gate: Gate) {}

  /** The days that the moments fall on and the day after each, in their order. */
  days(moments: readonly Date[]): Promise<BenchDay[]> {
    const [term, office, post] = ['m', 'om', 's'].map((alias) => this.gate.readable(alias, 2).sql);
    const { form, values } = this.gate.readable('m', 2);
    return this.gate.rows<BenchDay & Record<string, unknown>>({
      name: `bench.days ${form}`,
      text: `with d as materialized (
          select (g.at at time zone c.time_zone)::date + n.days as day, bool_or(n.days = 0) as asked, c.time_zone, c.quorum
            from commission c, unnest($1::timestamptz[]) g(at), (values (0), (1)) n(days)
           group by 1, c.time_zone, c.quorum)
        select (extract(epoch from d.day::timestamp at time zone d.time_zone) * 1000)::float8 as "from", d.asked, n.seats,
               coalesce(d.quorum, n.seats / 2 + 1) as quorum,
               (select coalesce(json_agg(json_build_object('personId', m.person_id, 'name', p.name,
                          'membershipId', m.id, 'postId', m.post_id, 'role', coalesce(o.office, 'member'),
                          'acting', coalesce(o.acting, m.acting), 'sectorId', s.sector_id)
                          order by case o.office when 'chair' then 0 when 'vice_chair' then 1 else 2 end, p.name, m.id), '[]')
                  from membership m join person p on p.id = m.person_id join post s on s.id = m.post_id
                  left join lateral (
                    select op.office, om.acting from membership om join post op on op.id = om.post_id
                     where om.person_id = m.person_id and op.office is not null and ${coversDay('om')} and ${office}
                     order by op.office limit 1) o on true
                 where m.kind = 'seat' and ${coversDay('m')} and ${term}) as members
          from d cross join lateral (
            select count(*)::int as seats from post s where s.kind = 'seat' and ${coversDay('s')} and ${post}) n
         order by d.day`,
      values: [moments, ...values],
    });
  }
}
