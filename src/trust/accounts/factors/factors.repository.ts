import { Injectable } from '@nestjs/common';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { AccountFactor, type FactorKind } from '../entities/account-factor.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import type { OwnedFactor } from './factor.policy.js';

export interface FactorRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly kind: FactorKind;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly confirmedAt: Date | null;
  readonly lastUsedOn: string | null;
  readonly createdAt: Date;
  readonly revision: string;
}

/** What waits for its owner to show that it works. */
export interface PendingRow extends FactorRow {
  readonly secret: Buffer | null;
  /** null: none was given, or it is too old. */
  readonly challenge: Buffer | null;
}

export const FACTOR_ORDER: ListOrder = {
  keys: {
    createdAt: { sql: 'f.created_at', type: 'timestamptz' },
    id: { sql: 'f.id', type: 'uuid' },
  },
  unique: 'id',
  default: 'createdAt',
};

const COLUMNS = `f.id, f.kind, f.name, f.is_backed_up as "isBackedUp", f.confirmed_at as "confirmedAt",
  f.last_used_on::text as "lastUsedOn", f.created_at as "createdAt", f.revision`;

/** What was not confirmed within the hour is as if it had never been enrolled. */
const THERE = `(f.confirmed_at is not null or f.created_at > now() - interval '1 hour')`;

@Injectable()
export class FactorsRepository {
  constructor(private readonly desk: AccountsDesk) {}

  list(accountId: string, keyset: Keyset): Promise<FactorRow[]> {
    return this.desk.rows({
      name: `factors.list ${keyset.name}`,
      text: `select ${COLUMNS} ${keyset.columns} from account_factor f
              where f.account_id = $1 and ${THERE} and ${keyset.where(2)}
              order by ${keyset.order} limit ${keyset.limit(2)}`,
      values: [accountId, ...keyset.values],
    });
  }

  async count(accountId: string): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'factors.count',
      text: `select count(*)::int as total from account_factor f where f.account_id = $1 and ${THERE}`,
      values: [accountId],
    });
    return row?.total ?? 0;
  }

  async find(accountId: string, id: string): Promise<PendingRow | null> {
    const [row] = await this.desk.rows<PendingRow>({
      name: 'factors.find',
      text: `select ${COLUMNS}, f.secret, case when f.challenge_until > now() then f.challenge end as challenge
               from account_factor f where f.account_id = $1 and f.id = $2 and ${THERE}`,
      values: [accountId, id],
    });
    return row ?? null;
  }

  confirmed(accountId: string): Promise<(OwnedFactor & Record<string, unknown>)[]> {
    return this.desk.rows({
      name: 'factors.confirmed',
      text: `select id, kind from account_factor where account_id = $1 and confirmed_at is not null order by id`,
      values: [accountId],
    });
  }

  /** What an app or an authenticator shows of its owner. */
  async nameOf(accountId: string): Promise<{ email: string; name: string }> {
    const [row] = await this.desk.rows<{ email: string; name: string }>({
      name: 'factors.name-of',
      text: 'select u.email, a.name from user_account u join actor a on a.id = u.id where u.id = $1',
      values: [accountId],
    });
    return row ?? { email: '', name: '' };
  }

  /** One at a time changes what somebody has: else each of two removals leaves the other's as the last. */
  async lockAccount(accountId: string): Promise<void> {
    await currentManager().query('select id from user_account where id = $1 for update', [accountId]);
  }

  async forgetUnconfirmed(accountId: string): Promise<void> {
    await currentManager().query(`delete from account_factor f where f.account_id = $1 and not ${THERE}`, [
      accountId,
    ]);
  }

  async countOf(accountId: string, kind: FactorKind): Promise<number> {
    return currentManager().countBy(AccountFactor, { accountId, kind });
  }

  async insert(factor: Partial<AccountFactor>): Promise<void> {
    await currentManager().insert(AccountFactor, factor);
  }

  async rename(id: string, name: string): Promise<void> {
    await currentManager().query(
      'update account_factor set name = $2, revision = gen_random_uuid() where id = $1',
      [id, name],
    );
  }

  async remove(id: string): Promise<void> {
    await currentManager().delete(AccountFactor, { id });
  }
}
