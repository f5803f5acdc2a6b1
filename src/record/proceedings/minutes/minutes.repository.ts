import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { MinutesBook, MinutesStatus } from './minutes-words.js';
import { Minutes } from './minutes.entity.js';

export interface MinutesRow {
  id: string;
  book: MinutesBook;
  status: MinutesStatus;
  edition: number | null;
  version: number;
  language: string;
  reason: string | null;
  generated: boolean;
  basedOn: string | null;
  createdAt: Date;
  madeById: string;
  /** null where the policies of `actor` hide who it was. */
  madeByName: string | null;
  approvedAt: Date | null;
  /** These three are null where the caller cannot see what they name. */
  approvedHearingId: string | null;
  approvedSessionId: string | null;
  approvedMotionId: string | null;
  approvalNote: string | null;
  revision: string;
}

export interface MinutesTextRow extends MinutesRow {
  body: string;
}

export interface MinutesFilter {
  readonly book?: MinutesBook | undefined;
  readonly status?: MinutesStatus | undefined;
}

export interface NewestVersion {
  id: string;
  version: number;
  status: MinutesStatus;
  by: string;
  at: Date;
}

export const MINUTES_ORDER: ListOrder = {
  keys: {
    createdAt: { sql: 'm.created_at', type: 'timestamptz' },
    id: { sql: 'm.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-createdAt',
};

const COLUMNS = `m.id, m.book, m.status, m.edition, m.version, m.language, m.reason, m.generated, m.based_on as "basedOn",
  m.created_at as "createdAt", m.made_by as "madeById", (select a.name from actor a where a.id = m.made_by) as "madeByName",
  m.approved_at as "approvedAt", m.approval_note as "approvalNote", m.revision,
  (select h.id from hearing h where h.id = m.approved_hearing_id) as "approvedHearingId",
  (select s.id from hearing_session s where s.id = m.approved_session_id) as "approvedSessionId",
  (select x.id from motion x where x.id = m.approved_motion_id) as "approvedMotionId"`;
const FILTER = `m.hearing_id = $1 and ($2::text is null or m.book = $2) and ($3::text is null or m.status = $3)`;

@Injectable()
export class MinutesRepository {
  constructor(private readonly gate: Gate) {}

  list(hearingId: string, { book, status }: MinutesFilter, keyset: Keyset): Promise<MinutesRow[]> {
    const readable = this.gate.readable('m', 4);
    const next = readable.values.length + 4;
    return this.gate.rows<MinutesRow & Record<string, unknown>>({
      name: `minutes.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from minutes m
              where ${FILTER} and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [hearingId, book ?? null, status ?? null, ...readable.values, ...keyset.values],
    });
  }

  async count(hearingId: string, { book, status }: MinutesFilter): Promise<number> {
    const readable = this.gate.readable('m', 4);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `minutes.count ${readable.form}`,
      text: `select count(*)::int as total from minutes m where ${FILTER} and ${readable.sql}`,
      values: [hearingId, book ?? null, status ?? null, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(hearingId: string, id: string): Promise<MinutesTextRow | null> {
    const readable = this.gate.readable('m', 3);
    const [row] = await this.gate.rows<MinutesTextRow & Record<string, unknown>>({
      name: `minutes.find ${readable.form}`,
      text: `select ${COLUMNS}, m.body from minutes m where m.hearing_id = $1 and m.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  /** For writers, who hold the hearing. */
  async held(hearingId: string, id: string): Promise<Minutes | null> {
    return currentManager().findOne(Minutes, { where: { id, hearingId } });
  }

  /** The version that the next is to be based on, for a writer who holds the hearing. */
  async newest(hearingId: string, book: MinutesBook): Promise<NewestVersion | null> {
    const [newest] = await currentManager().query<NewestVersion[]>(
      `select m.id, m.version, m.status, a.name as by, m.created_at as at
         from minutes m join actor a on a.id = m.made_by
        where m.hearing_id = $1 and m.book = $2 order by m.version desc limit 1`,
      [hearingId, book],
    );
    return newest ?? null;
  }

  async approved(hearingId: string, book: MinutesBook): Promise<Minutes | null> {
    return currentManager().findOne(Minutes, { where: { hearingId, book, status: 'approved' } });
  }

  async lastEdition(hearingId: string, book: MinutesBook): Promise<number> {
    const where = { hearingId, book, edition: Not(IsNull()) };
    return currentManager().countBy(Minutes, where);
  }

  async insert(minutes: Partial<Minutes>): Promise<void> {
    await currentManager().insert(Minutes, minutes);
  }

  async update(id: string, change: Partial<Minutes>): Promise<void> {
    await currentManager().update(Minutes, { id }, change);
  }
}
