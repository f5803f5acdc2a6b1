import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { HearingStatus } from './hearing-status.js';
import type { AgendaFacts } from './hearing-status.policy.js';
import { HearingStatusChange } from './status-change.entity.js';

export interface StatusChangeRow {
  id: string;
  number: number;
  from: HearingStatus | null;
  to: HearingStatus;
  reason: string | null;
  previousStartsAt: Date | null;
  previousEndsAt: Date | null;
  told: string[];
  changedAt: Date;
  actorId: string;
  /** null where the policies of `actor` hide who it was. */
  actorName: string | null;
}

export const STATUS_CHANGE_ORDER: ListOrder = {
  keys: { number: { sql: 'c.number', type: 'integer' } },
  unique: 'number',
  default: 'number',
};

const COLUMNS = `c.id, c.number, c.from_status as "from", c.to_status as "to", c.reason,
  c.previous_starts_at as "previousStartsAt", c.previous_ends_at as "previousEndsAt", c.told, c.changed_at as "changedAt", c.changed_by as "actorId",
  a.name as "actorName"`;
// The history wears no label: it is read by whoever reads its hearing, and the join says so a second time.
const FROM = `from hearing_status_change c join hearing h on h.id = c.hearing_id
  left join actor a on a.id = c.changed_by`;

@Injectable()
export class StatusChangeRepository {
  constructor(private readonly gate: Gate) {}

  list(hearingId: string, keyset: Keyset): Promise<StatusChangeRow[]> {
    const readable = this.gate.readable('h', 2);
    const next = readable.values.length + 2;
    return this.gate.rows<StatusChangeRow>({
      name: `status changes.list ${readable.form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} ${FROM}
              where c.hearing_id = $1 and ${readable.sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [hearingId, ...readable.values, ...keyset.values],
    });
  }

  async count(hearingId: string): Promise<number> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `status changes.count ${readable.form}`,
      text: `select count(*)::int as total ${FROM} where c.hearing_id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row?.total ?? 0;
  }

  async find(hearingId: string, id: string): Promise<StatusChangeRow | null> {
    const readable = this.gate.readable('h', 3);
    const [row] = await this.gate.rows<StatusChangeRow>({
      name: `status changes.find ${readable.form}`,
      text: `select ${COLUMNS} ${FROM} where c.hearing_id = $1 and c.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  /** Appends to the history; the hearing is locked, so that its numbers have no gap and no twin. */
  async append(change: Omit<HearingStatusChange, 'number' | 'changedAt'>): Promise<number> {
    const number = 1 + (await currentManager().countBy(HearingStatusChange, { hearingId: change.hearingId }));
    await currentManager().insert(HearingStatusChange, { ...change, number });
    return number;
  }

  /** Whether it came in by an import, and with it what happened elsewhere. */
  async isImported(hearingId: string): Promise<boolean> {
    const rows = await this.gate.rows({
      name: 'status changes.imported',
      text: 'select from hearing_import where hearing_id = $1',
      values: [hearingId],
    });
    return rows.length > 0;
  }

  async agendaFacts(hearingId: string): Promise<AgendaFacts> {
    const [facts] = await this.gate.rows<AgendaFacts & { items: number }>({
      name: 'status changes.agenda facts',
      text: `select count(*)::int as items, count(*) filter (where authority is null)::int as "withoutAuthority"
               from agenda_item where hearing_id = $1`,
      values: [hearingId],
    });
    return facts ?? { items: 0, withoutAuthority: 0 };
  }
}
