import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { coversDay } from '../../shared/covering.js';
import type { Seat, SeatCount } from './seat.js';

/** The local day of the moment in $1, and the quorum that the commission set for itself. */
const DAY = `with d as materialized (
  select ($1::timestamptz at time zone c.time_zone)::date as day, c.quorum from commission c)`;

@Injectable()
export class BenchRepository {
  constructor(private readonly gate: Gate) {}

  at(instant: Date): Promise<Seat[]> {
    const [term, office] = [this.gate.readable('m', 2), this.gate.readable('om', 2)];
    return this.gate.rows<Seat & Record<string, unknown>>({
      name: `bench.at ${term.form}`,
      text: `${DAY}
        select m.person_id as "personId", p.name, m.id as "membershipId", m.post_id as "postId",
               coalesce(o.office, 'member') as role, coalesce(o.acting, m.acting) as acting, s.sector_id as "sectorId"
          from d
          join membership m on m.kind = 'seat' and ${coversDay('m')} and ${term.sql}
          join post s on s.id = m.post_id
          join person p on p.id = m.person_id
          left join lateral (
            select op.office, om.acting from membership om join post op on op.id = om.post_id
             where om.person_id = m.person_id and op.office is not null and ${coversDay('om')} and ${office.sql}
             order by op.office limit 1) o on true
         order by case o.office when 'chair' then 0 when 'vice_chair' then 1 else 2 end, p.name, m.id`,
      values: [instant, ...term.values],
    });
  }

  async seatsAt(instant: Date): Promise<SeatCount> {
    const post = this.gate.readable('s', 2);
    const [row] = await this.gate.rows<SeatCount & Record<string, unknown>>({
      name: `bench.seats-at ${post.form}`,
      text: `${DAY}
        select n.seats, coalesce(d.quorum, n.seats / 2 + 1) as quorum
          from d cross join lateral (
            select count(*)::int as seats from post s where s.kind = 'seat' and ${coversDay('s')} and ${post.sql}) n`,
      values: [instant, ...post.values],
    });
    if (!row) throw new Error('the one row of the commission is gone');
    return { seats: row.seats, quorum: row.quorum };
  }
}
