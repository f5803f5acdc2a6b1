import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { HearingStatus } from '../status/hearing-status.js';
import { type HearingFilter, whereOf } from './hearing-filter.js';
import type { HearingKind } from './hearing-kind.js';
import { HearingZone } from './hearing-zone.entity.js';
import { Hearing } from './hearing.entity.js';

export interface ZoneOfHearing {
  id: string;
  number: number;
  name: string;
}

export interface HearingRow {
  id: string;
  kind: HearingKind;
  title: string;
  description: string | null;
  status: HearingStatus;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  language: string;
  venueName: string | null;
  venueAddress: string | null;
  venueRoom: string | null;
  venueAccessibility: string | null;
  venueParking: string | null;
  languages: string[];
  sequence: number;
  contentNote: string | null;
  zones: ZoneOfHearing[];
  embargoUntil: Date | null;
  createdAt: Date;
  updatedAt: Date;
  revision: string;
}

export const HEARING_ORDER: ListOrder = {
  keys: {
    startsAt: { sql: 'h.starts_at', type: 'timestamptz' },
    updatedAt: { sql: 'h.updated_at', type: 'timestamptz' },
    id: { sql: 'h.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-startsAt',
};

/** Of the hearing that stands in a query as `h`. */
export const HEARING_COLUMNS = `h.id, h.kind, h.title, h.description, h.status, h.starts_at as "startsAt", h.ends_at as "endsAt",
  h.time_zone as "timeZone", h.language, h.venue_name as "venueName", h.venue_address as "venueAddress",
  h.venue_room as "venueRoom", h.venue_accessibility as "venueAccessibility", h.venue_parking as "venueParking",
  h.languages, h.sequence,
  h.content_note as "contentNote", h.created_at as "createdAt", h.updated_at as "updatedAt", h.revision,
  case when h.own_opens_at > '-infinity' then h.own_opens_at end as "embargoUntil",
  (select coalesce(json_agg(json_build_object('id', z.id, 'number', z.number, 'name', z.name) order by z.number), '[]')
     from hearing_zone hz join zone z on z.id = hz.zone_id where hz.hearing_id = h.id) as zones`;

@Injectable()
export class HearingRepository {
  constructor(private readonly gate: Gate) {}

  list(filter: HearingFilter, keyset: Keyset): Promise<HearingRow[]> {
    const where = whereOf(filter, this.gate.readable('h', 1));
    const next = where.values.length + 1;
    return this.gate.rows<HearingRow>({
      name: `hearings.list ${where.name} ${keyset.name}`,
      text: `select ${HEARING_COLUMNS} ${keyset.columns} from hearing h
              where ${where.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [...where.values, ...keyset.values],
    });
  }

  async count(filter: HearingFilter): Promise<number> {
    const where = whereOf(filter, this.gate.readable('h', 1));
    const [row] = await this.gate.rows<{ total: number }>({
      name: `hearings.count ${where.name}`,
      text: `select count(*)::int as total from hearing h where ${where.sql}`,
      values: where.values,
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<HearingRow | null> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<HearingRow>({
      name: `hearings.find ${readable.form}`,
      text: `select ${HEARING_COLUMNS} from hearing h where h.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async isReadable(id: string): Promise<boolean> {
    const readable = this.gate.readable('h', 2);
    const rows = await this.gate.rows({
      name: `hearings.readable ${readable.form}`,
      text: `select from hearing h where h.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return rows.length > 0;
  }

  /**
   * One writer at a time at a hearing and all that hangs on it. Not FOR UPDATE: a foreign key's own check (of a
   * recording, a testimony) must not wait for it.
   */
  async lock(id: string): Promise<Hearing | null> {
    return currentManager().findOne(Hearing, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Whether the caller stepped back from a matter on its agenda, and so does not see all of it. */
  async isRecused(id: string): Promise<boolean> {
    if (this.gate.actor().recusals.length === 0) return false;
    const [row] = await this.gate.rows<{ recused: boolean }>({
      name: 'hearings.recused',
      text: 'select access.matters_at($1) && access.my_recusals() as recused',
      values: [id],
    });
    return row?.recused ?? false;
  }

  async insert(hearing: Partial<Hearing>): Promise<void> {
    await currentManager().insert(Hearing, hearing);
  }

  async update(id: string, change: Partial<Hearing>): Promise<void> {
    await currentManager().update(Hearing, { id }, change);
  }

  async remove(id: string): Promise<void> {
    await currentManager().delete(Hearing, { id });
  }

  async setZones(hearingId: string, zoneIds: readonly string[]): Promise<void> {
    await currentManager().delete(HearingZone, { hearingId });
    if (zoneIds.length === 0) return;
    await currentManager().insert(
      HearingZone,
      zoneIds.map((zoneId) => ({ hearingId, zoneId })),
    );
  }
}
