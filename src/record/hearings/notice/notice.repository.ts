import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { HearingNotice } from './notice.entity.js';

export interface NoticeRow extends Omit<HearingNotice, 'hearingId' | 'givenBy' | 'text' | 'html'> {
  giverId: string;
  /** null where the policies of `actor` hide who it was. */
  giverName: string | null;
}

export interface WholeNoticeRow extends NoticeRow {
  text: string;
  html: string;
}

export interface AgendaFact {
  title: string;
  description: string | null;
  closed: boolean;
  authority: string | null;
  consent: boolean;
  matterId: string | null;
}

export interface ToldPlace {
  kind: 'room' | 'teleconference' | 'remote';
  name: string;
  room: string | null;
  address: string | null;
  accessibility: string | null;
  url: string | null;
  dialIn: string | null;
  publicAccess: boolean;
  matterId: string | null;
}

export const NOTICE_ORDER: ListOrder = {
  keys: { number: { sql: 'n.number', type: 'integer' } },
  unique: 'number',
  default: 'number',
};

const COLUMNS = `n.id, n.number, n.kind, n.call, n.profile, n.given_at as "givenAt", n.starts_at as "startsAt",
  n.due_at as "dueAt", n.late, n.citation, n.finding, n.ayes, n.noes, n.present, n.exception_citation as "exceptionCitation",
  n.exception_reason as "exceptionReason", n.told, n.language, n.agenda, n.warnings, n.given_by as "giverId",
  a.name as "giverName"`;
// A notice wears no label: it is read by whoever reads its hearing, and the join says so a second time.
const FROM = `from hearing_notice n join hearing h on h.id = n.hearing_id left join actor a on a.id = n.given_by`;

@Injectable()
export class NoticeRepository {
  constructor(private readonly gate: Gate) {}

  list(hearingId: string, keyset: Keyset): Promise<NoticeRow[]> {
    const readable = this.gate.readable('h', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<NoticeRow>({
      name: `notices.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} ${FROM}
              where n.hearing_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [hearingId, ...readable.values, ...keyset.values],
    });
  }

  async count(hearingId: string): Promise<number> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `notices.count ${readable.form}`,
      text: `select count(*)::int as total ${FROM} where n.hearing_id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(hearingId: string, id: string): Promise<WholeNoticeRow | null> {
    const readable = this.gate.readable('h', 3);
    const [row] = await this.gate.rows<WholeNoticeRow>({
      name: `notices.find ${readable.form}`,
      text: `select ${COLUMNS}, n.text, n.html ${FROM}
              where n.hearing_id = $1 and n.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  /** For writers, who hold the hearing, so that the numbers have no gap and no twin. */
  async last(hearingId: string): Promise<HearingNotice | null> {
    return currentManager().findOne(HearingNotice, { where: { hearingId }, order: { number: 'DESC' } });
  }

  async insert(notice: HearingNotice): Promise<void> {
    await currentManager().insert(HearingNotice, notice);
  }

  agenda(hearingId: string): Promise<AgendaFact[]> {
    return this.gate.rows<AgendaFact>({
      name: 'notices.agenda',
      text: `select title, description, closed, authority, consent, matter_id as "matterId"
               from agenda_item where hearing_id = $1 order by ordinal, id`,
      values: [hearingId],
    });
  }

  async hasRoster(hearingId: string): Promise<boolean> {
    const rows = await this.gate.rows({
      name: 'notices.roster',
      text: 'select from roster_entry where hearing_id = $1 limit 1',
      values: [hearingId],
    });
    return rows.length > 0;
  }

  /** Those where somebody may come or take part. */
  places(hearingId: string): Promise<ToldPlace[]> {
    return this.gate.rows<ToldPlace>({
      name: 'notices.places',
      text: `select kind, name, room, address, accessibility, url, dial_in as "dialIn", public_access as "publicAccess",
                    matter_id as "matterId"
               from hearing_place where hearing_id = $1 and not closed and not withdrawn
              order by ordinal, id`,
      values: [hearingId],
    });
  }
}
