import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import {
  type ChainedCheckpoint,
  CHECKPOINT_COLUMNS,
  checkpointOf,
  type CheckpointRow,
} from '../tree/index.js';
import { LogDesk } from './log-desk.js';

export const CHECKPOINT_ORDER: ListOrder = {
  keys: { size: { sql: 'c.size', type: 'bigint' } },
  unique: 'size',
  default: '-size',
};

@Injectable()
export class CheckpointRepository {
  constructor(private readonly desk: LogDesk) {}

  list(keyset: Keyset): Promise<CheckpointRow[]> {
    return this.desk.rows<CheckpointRow>({
      name: `audit.checkpoints ${keyset.name}`,
      text: `select ${CHECKPOINT_COLUMNS} ${keyset.columns} from audit.checkpoint c
              where ${keyset.where(1)} order by ${keyset.order} limit ${keyset.limit(1)}`,
      values: keyset.values,
    });
  }

  async count(): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'audit.checkpoints.count',
      text: 'select count(*)::int as total from audit.checkpoint',
      values: [],
    });
    return row?.total ?? 0;
  }

  async latest(): Promise<ChainedCheckpoint | null> {
    const [row] = await this.desk.rows<CheckpointRow>({
      name: 'audit.checkpoints.latest',
      text: `select ${CHECKPOINT_COLUMNS} from audit.checkpoint c order by c.size desc limit 1`,
      values: [],
    });
    return row ? checkpointOf(row) : null;
  }
}
