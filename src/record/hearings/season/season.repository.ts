import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { HearingKind } from '../hearing/hearing-kind.js';
import type { HearingStatus } from '../status/hearing-status.js';
import { type SeasonState, stateSql } from './season-state.js';

/** Days and the moments at which they begin and end; both days are included, null is open. */
export interface SeasonSpan {
  readonly from: string | null;
  readonly to: string | null;
  readonly startsFrom: Date | null;
  readonly startsUntil: Date | null;
}

export interface SeasonRead {
  plan: {
    id: string;
    label: string;
    kind: HearingKind | null;
    promised: number;
    held: number | null;
    dueOn: string | null;
  }[];
  counts: { kind: HearingKind; state: SeasonState; hearings: number }[];
  zones: { id: string; number: number; name: string; held: number; ahead: number }[];
  sectors: { id: string; key: string; name: string; heard: number }[];
  languages: { language: string; hearings: number }[];
  hearings: {
    id: string;
    kind: HearingKind;
    title: string;
    status: HearingStatus;
    startsAt: string;
    timeZone: string;
    zones: number[];
  }[];
  total: number;
}

export const MAX_LISTED = 250;

@Injectable()
export class SeasonRepository {
  constructor(private readonly gate: Gate) {}

  /** One statement: every number is of the same moment, and of what the caller may read. */
  async read(span: SeasonSpan): Promise<SeasonRead> {
    const [hearing, item, zone, sector, witness] = ['h', 'i', 'z', 's', 'w'].map((alias) =>
      this.gate.readable(alias, 5),
    );
    const [row] = await this.gate.rows<SeasonRead & Record<string, unknown>>({
      name: `season ${hearing!.form}`,
      text: `with picked as materialized (
          select h.id, h.kind, h.title, h.status, h.starts_at, h.time_zone, h.language, h.languages,
                 ${stateSql('h.status')} as state
            from hearing h
           where ${hearing!.sql} and h.starts_at >= coalesce($3::timestamptz, '-infinity')
             and h.starts_at <= coalesce($4::timestamptz, 'infinity')),
        by_zone as (
          select hz.zone_id, count(*) filter (where p.state = 'held') as held,
                 count(*) filter (where p.state not in ('held', 'cancelled')) as ahead
            from picked p join hearing_zone hz on hz.hearing_id = p.id group by hz.zone_id),
        by_sector as (
          select w.sector_id, count(*) as heard from picked p join witness w on w.hearing_id = p.id
           where ${witness!.sql} and w.status = 'heard' and w.sector_id is not null group by w.sector_id)
        select
          (select coalesce(json_agg(json_build_object('id', i.id, 'label', i.label, 'kind', i.kind,
                    'promised', i.promised, 'held', i.held, 'dueOn', i.due_on::text)
                    order by i.due_on nulls last, i.label, i.id), '[]')
             from plan_item i
            where ${item!.sql} and (i.due_on is null or (i.due_on >= coalesce($1::date, '-infinity')
                                    and i.due_on <= coalesce($2::date, 'infinity')))) as plan,
          (select coalesce(json_agg(c), '[]') from (
             select kind, state, count(*) as hearings from picked group by kind, state) c) as counts,
          (select coalesce(json_agg(json_build_object('id', z.id, 'number', z.number, 'name', z.name,
                    'held', coalesce(n.held, 0), 'ahead', coalesce(n.ahead, 0)) order by z.number), '[]')
             from zone z left join by_zone n on n.zone_id = z.id where ${zone!.sql}) as zones,
          (select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'name', s.name,
                    'heard', coalesce(n.heard, 0)) order by s.name, s.id), '[]')
             from sector s left join by_sector n on n.sector_id = s.id where ${sector!.sql}) as sectors,
          (select coalesce(json_agg(l order by l.hearings desc, l.language), '[]') from (
             select language, count(distinct id) as hearings
               from (select p.id, unnest(p.languages || p.language) as language from picked p
                      where p.state <> 'cancelled') o
              group by language) l) as languages,
          (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'title', p.title,
                    'status', p.status, 'startsAt', p.starts_at, 'timeZone', p.time_zone, 'zones', p.zones)
                    order by p.starts_at, p.id), '[]')
             from (select p.*, (select coalesce(json_agg(z.number order by z.number), '[]')
                                  from hearing_zone hz join zone z on z.id = hz.zone_id where hz.hearing_id = p.id) as zones
                     from picked p order by p.starts_at, p.id limit ${MAX_LISTED}) p) as hearings,
          (select count(*)::int from picked) as total`,
      values: [span.from, span.to, span.startsFrom, span.startsUntil, ...hearing!.values],
    });
    return row!;
  }
}
