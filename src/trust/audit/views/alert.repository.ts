import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import type { AlertCode } from '../alerts/alert.js';
import { LogDesk } from './log-desk.js';

export interface AlertRow {
  id: string;
  code: AlertCode;
  about: string;
  details: object;
  times: number;
  first_at: Date;
  last_at: Date;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
}

export const ALERT_ORDER: ListOrder = {
  keys: { firstAt: { sql: 'a.first_at', type: 'timestamptz' }, id: { sql: 'a.id', type: 'uuid' } },
  unique: 'id',
  default: '-firstAt',
};

const COLUMNS = `a.id, a.code, a.about, a.details, a.times, a.first_at, a.last_at, a.acknowledged_at, a.acknowledged_by`;
const WHERE = '($1::boolean is null or (a.acknowledged_at is null) = $1)';

@Injectable()
export class AlertRepository {
  constructor(private readonly desk: LogDesk) {}

  /** `isOpen` null: all. */
  list(isOpen: boolean | null, keyset: Keyset): Promise<AlertRow[]> {
    return this.desk.rows<AlertRow>({
      name: `audit.alerts ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from audit.alert a where ${WHERE} and ${keyset.where(2)}
              order by ${keyset.order} limit ${keyset.limit(2)}`,
      values: [isOpen, ...keyset.values],
    });
  }

  async count(isOpen: boolean | null): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'audit.alerts.count',
      text: `select count(*)::int as total from audit.alert a where ${WHERE}`,
      values: [isOpen],
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<AlertRow | null> {
    const [row] = await this.desk.rows<AlertRow>({
      name: 'audit.alerts.find',
      text: `select ${COLUMNS} from audit.alert a where a.id = $1`,
      values: [id],
    });
    return row ?? null;
  }

  /** false: there is none. */
  async acknowledge(id: string): Promise<boolean> {
    const [row] = await currentManager().query<{ done: boolean | null }[]>(
      'select audit.acknowledge($1) as done',
      [id],
    );
    return row?.done === true;
  }
}
