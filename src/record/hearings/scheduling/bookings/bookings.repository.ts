import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import { seatedBetween } from '#src/record/commission/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { HearingStatus } from '../../status/hearing-status.js';
import { BENCH_KINDS } from '../../hearing/hearing-kind.js';
import { type Booking, linkOf, memberOf, personOf, roomOf } from './booking.js';
import { around, BOOKED, type Sitting, spanOf, spansOf } from './sitting.js';

export interface AcknowledgedRow {
  readonly id: string;
  readonly key: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string | null;
}

export interface NearSitting extends Sitting {
  readonly title: string;
  /** The newest first, whichever of the two hearings it was said of. */
  readonly acknowledged: readonly AcknowledgedRow[];
}

interface PlaceRow {
  kind: string;
  name: string;
  room: string | null;
  address: string | null;
  url: string | null;
  dialIn: string | null;
}

interface PersonRow {
  personId: string | null;
  name: string | null;
  organisation: string | null;
}

interface SittingRow {
  [column: string]: unknown;
  hearingId: string;
  title: string;
  status: HearingStatus;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  venueName: string | null;
  venueAddress: string | null;
  venueRoom: string | null;
  sessions: { from: string; until: string }[];
  places: PlaceRow[];
  roster: PersonRow[];
  /** Those who are expected where the roster is empty. */
  bench: PersonRow[];
  witnesses: PersonRow[];
  interpreters: PersonRow[];
}

/** More than a local day. */
const DAYS = '2 days';
/** How many hearings at the same time are looked at. */
const MOST = 500;
/** An advisory lock for every key would fill the server's table of locks. */
const BUCKETS = 256;
const LOCK = 1_764_009;

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const people = (from: string, organisation = 'null'): string =>
  `(select coalesce(json_agg(json_build_object('personId', x.person_id, 'name', x.name, 'organisation', ${organisation})), '[]')
      from ${from})`;

const SITTING = `h.id as "hearingId", h.title, h.status, h.starts_at as "startsAt", h.ends_at as "endsAt",
  h.time_zone as "timeZone", h.venue_name as "venueName", h.venue_address as "venueAddress", h.venue_room as "venueRoom",
  (select coalesce(json_agg(json_build_object('kind', x.kind, 'name', x.name, 'room', x.room, 'address', x.address,
                                              'url', x.url, 'dialIn', x.dial_in)), '[]')
     from hearing_place x where x.hearing_id = h.id and not x.withdrawn) as places,
  (select coalesce(json_agg(json_build_object('from', x.starts_at, 'until', x.ends_at) order by x.starts_at, x.id), '[]')
     from hearing_session x where x.hearing_id = h.id and x.starts_at is not null and x.ends_at is not null) as sessions,
  ${people(`(select r.person_id, p.name from roster_entry r left join person p on p.id = r.person_id
              where r.hearing_id = h.id) x`)} as roster,
  case when h.kind in (${listed(BENCH_KINDS)}) and not exists (select from roster_entry r where r.hearing_id = h.id)
       then ${people(`(${seatedBetween('h.starts_at', 'coalesce(h.ends_at, h.starts_at)')}) x`)} else '[]' end as bench,
  ${people(
    `witness x where x.hearing_id = h.id and x.status in ('invited', 'confirmed') and x.mode <> 'written'`,
    'x.organisation',
  )} as witnesses,
  ${people(`(select q.interpreter_person_id as person_id, q.interpreter_name as name from hearing_request q
              where q.hearing_id = h.id and q.status = 'arranged'
                and (q.interpreter_name is not null or q.interpreter_person_id is not null)) x`)} as interpreters`;

const ACKNOWLEDGED = `(select coalesce(json_agg(json_build_object('id', a.id, 'key', a.key, 'reason', a.reason,
      'at', to_char(a.acknowledged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', c.name)
      order by a.acknowledged_at desc, a.id), '[]')
    from booking_acknowledgement a left join actor c on c.id = a.acknowledged_by
   where (a.hearing_id = $1 and a.other_hearing_id = h.id) or (a.hearing_id = h.id and a.other_hearing_id = $1))`;

const STATUSES = listed(BOOKED);

@Injectable()
export class BookingsRepository {
  constructor(private readonly gate: Gate) {}

  async find(hearingId: string): Promise<Sitting | null> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<SittingRow>({
      name: `bookings.find ${readable.form}`,
      text: `select ${SITTING} from hearing h where h.id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row ? sittingOf(row) : null;
  }

  /**
   * The hearings that may be held while this one is: two index ranges, of those with an end and those without. Their
   * sessions may begin earlier or last longer than they do, on the same days.
   */
  async near(sitting: Sitting): Promise<NearSitting[]> {
    const { from, until } = around(spansOf(sitting)) ?? spanOf(sitting);
    const readable = this.gate.readable('o', 4);
    const others = `select o.id from hearing o where o.status in (${STATUSES}) and o.id <> $1 and ${readable.sql}`;
    const rows = await this.gate.rows<SittingRow & { acknowledged: AcknowledgedRow[] }>({
      name: `bookings.near ${readable.form}`,
      text: `select ${SITTING}, ${ACKNOWLEDGED} as acknowledged
               from (${others} and o.starts_at < $3::timestamptz + interval '${DAYS}'
                       and o.ends_at > $2::timestamptz - interval '${DAYS}'
                     union all
                     ${others} and o.starts_at < $3::timestamptz + interval '${DAYS}'
                       and o.ends_at is null and o.starts_at > $2::timestamptz - interval '${DAYS}') near
               join hearing h on h.id = near.id
              order by h.starts_at, h.id limit ${MOST}`,
      values: [sitting.hearingId, from, until, ...readable.values],
    });
    return rows.map((row) => ({ ...sittingOf(row), title: row.title, acknowledged: row.acknowledged }));
  }

  /** Until the transaction ends nobody else settles whether a room or person of these keys is free. */
  async lock(keys: readonly string[]): Promise<void> {
    const buckets = [...new Set(keys.map(bucketOf))].toSorted((a, b) => a - b);
    await currentManager().query(
      'select pg_advisory_xact_lock($1, bucket) from unnest($2::int[]) as bucket',
      [LOCK, buckets],
    );
  }
}

function bucketOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt16BE() % BUCKETS;
}

function sittingOf(row: SittingRow): Sitting {
  return {
    hearingId: row.hearingId,
    status: row.status,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: row.timeZone,
    sessions: row.sessions.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })),
    bookings: [
      ...(row.venueName === null
        ? []
        : [roomOf({ name: row.venueName, address: row.venueAddress, room: row.venueRoom })]),
      ...row.places.flatMap(placeOf),
      ...row.roster.map((person) => personOf('commissioner', person)),
      ...row.bench.map(memberOf),
      ...row.witnesses.map((person) => personOf('witness', person)),
      ...row.interpreters.map((person) => personOf('interpreter', person)),
    ],
  };
}

function placeOf(place: PlaceRow): Booking[] {
  if (place.kind !== 'remote') return [roomOf(place)];
  const link = place.url ?? place.dialIn;
  return link === null ? [] : [linkOf({ name: place.name, link })];
}
