import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Keyset, ListOrder } from '#src/foundation/common/index.js';
import { currentManager } from '#src/foundation/database/index.js';
import { RoleRequest } from '../entities/role-request.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import type { GivenRole, Outcome } from './role.policy.js';

export interface RoleRequestRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: GivenRole;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly outcome: Outcome | null;
}

export const ROLE_REQUEST_ORDER: ListOrder = {
  keys: {
    askedAt: { sql: 'q.asked_at', type: 'timestamptz' },
    id: { sql: 'q.id', type: 'uuid' },
  },
  unique: 'id',
  default: '-askedAt',
};

const ROWS = `select q.id, q.account_id as "accountId", a.name, u.email, q.role,
    q.asked_by as "askedBy", asker.name as "askedByName", q.asked_at as "askedAt",
    q.decided_by as "decidedBy", decider.name as "decidedByName", q.decided_at as "decidedAt", q.outcome`;

const FROM = `from role_request q join user_account u on u.id = q.account_id join actor a on a.id = q.account_id
    join actor asker on asker.id = q.asked_by left join actor decider on decider.id = q.decided_by`;

const FILTER = `($1::text is null or coalesce(q.outcome, 'open') = $1)`;

@Injectable()
export class RoleRequestRepository {
  constructor(private readonly desk: AccountsDesk) {}

  list(state: string | null, keyset: Keyset): Promise<RoleRequestRow[]> {
    return this.desk.rows({
      name: `role-requests.list ${keyset.name}`,
      text: `${ROWS} ${keyset.columns} ${FROM} where ${FILTER} and ${keyset.where(2)}
              order by ${keyset.order} limit ${keyset.limit(2)}`,
      values: [state, ...keyset.values],
    });
  }

  async count(state: string | null): Promise<number> {
    const [row] = await this.desk.rows<{ total: number }>({
      name: 'role-requests.count',
      text: `select count(*)::int as total from role_request q where ${FILTER}`,
      values: [state],
    });
    return row?.total ?? 0;
  }

  async find(id: string): Promise<RoleRequestRow | null> {
    const [row] = await this.desk.rows<RoleRequestRow>({
      name: 'role-requests.find',
      text: `${ROWS} ${FROM} where q.id = $1`,
      values: [id],
    });
    return row ?? null;
  }

  /** Waits for whoever decides it. Lock the account first: whoever changes roles takes them in this order. */
  lock(id: string): Promise<RoleRequest | null> {
    return currentManager().findOne(RoleRequest, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The one that is open, of a person and a role. */
  async open(accountId: string, role: GivenRole): Promise<string | null> {
    const [row] = await this.desk.rows<{ id: string }>({
      name: 'role-requests.open',
      text: 'select id from role_request where account_id = $1 and role = $2 and outcome is null',
      values: [accountId, role],
    });
    return row?.id ?? null;
  }

  async pendingOf(accountId: string): Promise<GivenRole[]> {
    const requests = await currentManager().findBy(RoleRequest, { accountId, outcome: IsNull() });
    return requests.map(({ role }) => role as GivenRole);
  }

  async ask(accountId: string, roles: readonly GivenRole[], askedBy: string): Promise<void> {
    if (roles.length === 0) return;
    await currentManager().insert(
      RoleRequest,
      roles.map((role) => ({ accountId, role, askedBy })),
    );
  }

  async withdraw(accountId: string, roles: readonly GivenRole[], decidedBy: string): Promise<void> {
    if (roles.length === 0) return;
    await currentManager().update(
      RoleRequest,
      { accountId, role: In([...roles]), outcome: IsNull() },
      { outcome: 'withdrawn', decidedBy, decidedAt: () => 'now()' },
    );
  }

  async decide(id: string, outcome: Outcome, decidedBy: string): Promise<void> {
    await currentManager().update(RoleRequest, id, { outcome, decidedBy, decidedAt: () => 'now()' });
  }
}
