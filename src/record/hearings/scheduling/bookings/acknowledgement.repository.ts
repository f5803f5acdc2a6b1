import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { BookingAcknowledgement } from './acknowledgement.entity.js';
import type { BookingKind } from './booking-kind.js';

export interface AcknowledgementRow {
  id: string;
  kind: BookingKind;
  key: string;
  otherHearingId: string;
  reason: string;
  acknowledgedAt: Date;
  acknowledgedBy: string | null;
}

export const ACKNOWLEDGEMENT_ORDER: ListOrder = {
  keys: {
    acknowledgedAt: { sql: 'k.acknowledged_at', type: 'timestamptz' },
    id: { sql: 'k.id', type: 'uuid' },
  },
  unique: 'id',
  default: 'acknowledgedAt',
};

const COLUMNS = `k.id, k.kind, k.key, o.id as "otherHearingId", k.reason, k.acknowledged_at as "acknowledgedAt",
  a.name as "acknowledgedBy"`;
// It wears no label: both hearings' say who reads it, and the grant of its table that only clerks do.
const FROM = `from booking_acknowledgement k join hearing h on h.id = k.hearing_id
  join hearing o on o.id = k.other_hearing_id left join actor a on a.id = k.acknowledged_by`;

@Injectable()
export class AcknowledgementRepository {
  constructor(private readonly gate: Gate) {}

  list(hearingId: string, keyset: Keyset): Promise<AcknowledgementRow[]> {
    const { form, sql, values } = this.readable(2);
    const next = values.length + 2;
    return this.gate.rows({
      name: `acknowledgements.list ${form} ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} ${FROM} where k.hearing_id = $1 and ${sql} and ${keyset.where(next)}
              order by ${keyset.order} limit ${keyset.limit(next)}`,
      values: [hearingId, ...values, ...keyset.values],
    });
  }

  async count(hearingId: string): Promise<number> {
    const { form, sql, values } = this.readable(2);
    const [row] = await this.gate.rows<{ total: number }>({
      name: `acknowledgements.count ${form}`,
      text: `select count(*)::int as total ${FROM} where k.hearing_id = $1 and ${sql}`,
      values: [hearingId, ...values],
    });
    return row?.total ?? 0;
  }

  async find(hearingId: string, id: string): Promise<AcknowledgementRow | null> {
    const { form, sql, values } = this.readable(3);
    const [row] = await this.gate.rows<AcknowledgementRow & Record<string, unknown>>({
      name: `acknowledgements.find ${form}`,
      text: `select ${COLUMNS} ${FROM} where k.hearing_id = $1 and k.id = $2 and ${sql}`,
      values: [hearingId, id, ...values],
    });
    return row ?? null;
  }

  async insert(acknowledgement: Omit<BookingAcknowledgement, 'acknowledgedAt'>): Promise<void> {
    await currentManager().insert(BookingAcknowledgement, acknowledgement);
  }

  private readable(first: number): { form: string; sql: string; values: readonly unknown[] } {
    const { form, sql, values } = this.gate.readable('h', first);
    return { form, sql: `${sql} and ${this.gate.readable('o', first).sql}`, values };
  }
}
