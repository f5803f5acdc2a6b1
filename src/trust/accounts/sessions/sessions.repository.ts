import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';

export interface SessionRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly client: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
}

export const SESSION_ORDER: ListOrder = {
  keys: {
    createdAt: { sql: 's.created_at', type: 'timestamptz' },
    id: { sql: 's.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-createdAt',
};

const LIVE = `s.stage = 'whole' and s.ended_at is null and now() < s.idle_until and now() < s.ends_at`;

@Injectable()
export class SessionsRepository {
  constructor(private readonly desk: AccountsDesk) {}

  /** Those that are open now. */
  list(accountId: string, keyset: Keyset): Promise<SessionRow[]> {
    return this.desk.rows({
      name: `sessions.list ${keyset.name}`,
      text: `select s.id, s.client, s.created_at as "createdAt", s.seen_at as "seenAt", s.ends_at as "endsAt" ${keyset.columns}
               from account_session s where s.account_id = $1 and ${LIVE} and ${keyset.where(2)}
              order by ${keyset.order} limit ${keyset.limit(2)}`,
      values: [accountId, ...keyset.values],
    });
  }

  async count(accountId: string): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'sessions.count',
      text: `select count(*)::int as total from account_session s where s.account_id = $1 and ${LIVE}`,
      values: [accountId],
    });
    return row?.total ?? 0;
  }

  /** Ends one of a person's; false if they have no such session. Within a unit of work. */
  async end(accountId: string, id: string): Promise<boolean> {
    const ended = await this.ended(
      `update account_session s set ended_at = now(), data = '{}'
        where s.account_id = $1 and s.id = $2 and s.ended_at is null returning s.id`,
      [accountId, id],
    );
    return ended > 0;
  }

  /** Ends all of a person's, but for one if it is named; how many. Within a unit of work. */
  endAll(accountId: string, but: string | null = null): Promise<number> {
    return this.ended(
      `update account_session s set ended_at = now(), data = '{}'
        where s.account_id = $1 and s.ended_at is null and s.id is distinct from $2::uuid returning s.id`,
      [accountId, but],
    );
  }

  private async ended(text: string, values: unknown[]): Promise<number> {
    const [rows] = await currentManager().query<[unknown[], number]>(text, values);
    return rows.length;
  }
}
