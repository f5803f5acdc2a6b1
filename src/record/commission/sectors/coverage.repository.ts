import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { SeatOnDay, SectorOnDay } from './coverage.js';
import { coversDay } from '../shared/covering.js';

export interface CoverageRow {
  day: string;
  sectors: SectorOnDay[];
  seats: SeatOnDay[];
}

@Injectable()
export class CoverageRepository {
  constructor(private readonly gate: Gate) {}

  /** Every sector and every seat of the day; without one, of today in the commission's time zone. One statement. */
  async on(day: string | null): Promise<CoverageRow> {
    // One set of values serves all: what a caller may read is the same for every table.
    const { values, form } = this.gate.readable('s', 2);
    const readable = (alias: string): string => this.gate.readable(alias, 2).sql;
    const [row] = await this.gate.rows<CoverageRow & Record<string, unknown>>({
      name: `commission.coverage ${form}`,
      text: `with d as materialized (
          select coalesce($1::date, (now() at time zone c.time_zone)::date) as day from commission c)
        select d.day::text as day,
          (select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'name', s.name,
                    'startedOn', s.started_on, 'endedOn', s.ended_on) order by s.name, s.id), '[]')
             from sector s where ${readable('s')}) as sectors,
          (select coalesce(json_agg(json_build_object('postId', p.id, 'post', p.label, 'sectorId', p.sector_id,
                    'member', t.member) order by p.label, p.id), '[]')
             from post p left join lateral (
               select json_build_object('personId', n.id, 'name', n.name, 'membershipId', m.id, 'acting', m.acting) as member
                 from membership m join person n on n.id = m.person_id
                where m.post_id = p.id and ${coversDay('m')}
                  and ${readable('m')} and ${readable('n')}) t on true
            where p.kind = 'seat' and ${coversDay('p')} and ${readable('p')}) as seats
        from d`,
      values: [day, ...values],
    });
    if (!row) throw new Error('the one row of the commission is gone');
    return row;
  }
}
