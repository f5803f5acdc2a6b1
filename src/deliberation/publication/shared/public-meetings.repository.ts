import { Injectable } from '@nestjs/common';
import { actAs, Gate, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import { milliseconds } from './milliseconds.js';
import type { MeetingFilter, PublicMeeting } from './public-meeting.js';

export interface MeetingsRead {
  /** Of all that is told of them and of the commission. */
  readonly digest: string;
  readonly commission: string;
  /** null: as the caller already has them. */
  readonly meetings: readonly PublicMeeting[] | null;
}

/** A calendar of more would help nobody: of those asked for, the latest. */
export const MAX_MEETINGS = 5000;

const MEETING = `json_build_object('id', h.id, 'kind', h.kind, 'title', h.title, 'description', h.description,
  'status', h.status, 'sequence', h.sequence, 'startsAt', ${milliseconds('h.starts_at')},
  'endsAt', ${milliseconds('h.ends_at')}, 'timeZone', h.time_zone, 'language', h.language, 'languages', h.languages,
  'venueName', h.venue_name, 'venueRoom', h.venue_room, 'venueAddress', h.venue_address,
  'venueAccessibility', h.venue_accessibility, 'venueParking', h.venue_parking, 'contentNote', h.content_note, 'createdAt', ${milliseconds('h.created_at')},
  'updatedAt', ${milliseconds('greatest(h.updated_at, p.updated_at, s.updated_at)')},
  'zones', coalesce(z.zones, '[]'),
  'places', coalesce(p.places, '[]'), 'reason', c.reason, 'previousStarts', coalesce(c.starts, '[]'),
  'sessions', coalesce(s.sessions, '[]'))`;

/** Open meetings as the public reads them, whoever asks. */
@Injectable()
export class PublicMeetingsRepository {
  constructor(private readonly gate: Gate) {}

  /** In the order of their starts. One statement: what is told and its digest are of one moment. */
  async read(filter: MeetingFilter, knownDigest: string | null): Promise<MeetingsRead> {
    const [row] = await actAs(PUBLIC_ACTOR, () =>
      this.gate.rows<{ digest: string; commission: string | null; meetings: PublicMeeting[] | null }>({
        name: `publication.meetings ${filter.id === null ? 'all' : 'one'}`,
        text: this.statement(filter.id !== null),
        values: [
          filter.id,
          filter.startsFrom,
          filter.startsBefore,
          filter.zoneId,
          filter.zoneNumber,
          knownDigest,
        ],
      }),
    );
    return { digest: row!.digest, commission: row!.commission ?? '', meetings: row!.meetings };
  }

  /**
   * Revisions tell at a tenth of the cost whether anything has changed; only then is all of it written out. Whoever
   * changes which zones a meeting serves gives the meeting a new revision.
   */
  private statement(one: boolean): string {
    const [hearing, place, body, session] = ['h', 'p', 'b', 's'].map(
      (alias) => this.gate.readable(alias, 1).sql,
    );
    const placesOf = `hearing_place p where p.hearing_id = h.id and ${place}
      and p.public_access and not p.closed and not p.withdrawn`;
    const sessionsOf = `hearing_session s where s.hearing_id = h.id and ${session}
      and not s.closed and s.starts_at is not null and s.ends_at is not null`;
    return `with picked as materialized (
        select h.* from hearing h
         where ${hearing} and h.kind in ('public_hearing', 'regional_summit') and h.noticed_at is not null
           and ${one ? 'h.id = $1' : '$1::uuid is null'}
           and h.starts_at >= coalesce($2::timestamptz, '-infinity')
           and h.starts_at < coalesce($3::timestamptz, 'infinity')
           and ($4::uuid is null or coalesce((select true from hearing_zone hz
                  where hz.hearing_id = h.id and hz.zone_id = $4), false))
           and ($5::int is null or coalesce((select true from hearing_zone hz
                  where hz.hearing_id = h.id and hz.zone_id = (select z.id from zone z where z.number = $5)), false))
         order by h.starts_at desc, h.id desc limit ${MAX_MEETINGS}),
      body as (select b.name from commission b where ${body}),
      known as (
        select md5(concat_ws(' ', (select name from body),
                 (select string_agg(z.revision::text, ' ' order by z.number) from zone z),
                 string_agg(concat_ws(' ', h.revision,
                   (select string_agg(p.revision::text, ' ' order by p.ordinal, p.id) from ${placesOf}),
                   '/', (select string_agg(s.revision::text, ' ' order by s.starts_at, s.id) from ${sessionsOf})), ' '
                   order by h.starts_at, h.id))) as digest
          from picked h)
      select digest, (select name from body) as commission, case when digest is distinct from $6 then
             (select coalesce(json_agg(${MEETING} order by h.starts_at, h.id), '[]')
                from picked h
                left join (
                  select hz.hearing_id, json_agg(json_build_object('number', z.number, 'name', z.name)
                           order by z.number) as zones
                    from picked h join hearing_zone hz on hz.hearing_id = h.id join zone z on z.id = hz.zone_id
                   group by hz.hearing_id) z on z.hearing_id = h.id
                left join lateral (
                  select json_agg(json_build_object('kind', p.kind, 'name', p.name, 'room', p.room,
                           'address', p.address, 'url', p.url, 'dialIn', p.dial_in) order by p.ordinal, p.id) as places,
                         max(p.updated_at) as updated_at
                    from ${placesOf}) p on true
                left join lateral (
                  select json_agg(json_build_object('name', s.name, 'startsAt', ${milliseconds('s.starts_at')},
                           'endsAt', ${milliseconds('s.ends_at')}) order by s.starts_at, s.ordinal, s.id) as sessions,
                         max(s.updated_at) as updated_at
                    from ${sessionsOf}) s on true
                left join lateral (
                  select (array_agg(c.reason order by c.number desc))[1] as reason,
                         json_agg(${milliseconds('c.previous_starts_at')} order by c.number desc)
                           filter (where c.previous_starts_at is not null and h.status = 'rescheduled') as starts
                    from hearing_status_change c
                   where c.hearing_id = h.id and h.status in ('postponed', 'rescheduled', 'cancelled')
                     and c.to_status in ('postponed', 'rescheduled', 'cancelled')) c on true) end as meetings
        from known`;
  }
}
