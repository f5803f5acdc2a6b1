import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { currentTransaction } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { RoleRequest } from '../entities/role-request.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { accountDisabled } from '../users/user.errors.js';
import { UsersRepository } from '../users/users.repository.js';
import { alreadyDecided, decisionRefused, roleRequestNotFound } from './role.errors.js';
import { type GivenRole, type Outcome, refusalOf } from './role.policy.js';
import { RoleAssignment } from './role-assignment.js';
import { type ListRoleRequestsQuery, RoleRequestDto } from './role-request.dto.js';
import { ROLE_REQUEST_ORDER, RoleRequestRepository } from './role-request.repository.js';

/** The second person of a sensitive role. */
@Injectable()
export class RoleRequestService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly requests: RoleRequestRepository,
    private readonly users: UsersRepository,
    private readonly assignment: RoleAssignment,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
  ) {}

  list(query: ListRoleRequestsQuery, wantsTotal: boolean): Promise<Page<RoleRequestDto>> {
    const state = query.state ?? null;
    return this.pager.page({
      list: 'role-requests',
      query,
      order: ROLE_REQUEST_ORDER,
      fetch: (keyset) => this.requests.list(state, keyset),
      item: (row) => RoleRequestDto.from(row),
      ...(wantsTotal && { total: () => this.requests.count(state) }),
    });
  }

  /** Decided the same way by the same person before, it stays as it is: so it can be sent twice. */
  async decide(id: string, outcome: Outcome): Promise<RoleRequestDto> {
    const found = await this.requests.find(id);
    if (!found) throw roleRequestNotFound();
    await this.desk.write(() => this.apply(found, outcome));
    return RoleRequestDto.from((await this.requests.find(id)) ?? found);
  }

  /** For whoever knows the person and the role and no id. */
  async decideOpen(accountId: string, role: GivenRole, outcome: Outcome): Promise<RoleRequestDto> {
    const id = await this.requests.open(accountId, role);
    if (id === null) throw roleRequestNotFound();
    return this.decide(id, outcome);
  }

  private async apply({ id, accountId }: { id: string; accountId: string }, outcome: Outcome): Promise<void> {
    const account = await this.users.lock(accountId);
    const request = await this.requests.lock(id);
    if (!account || !request) throw roleRequestNotFound();
    const me = this.desk.actor().id;
    const refusal = refusalOf(request, me, outcome);
    if (refusal) throw decisionRefused(refusal);
    if (request.outcome !== null) return settled(request, me, outcome);
    if (outcome === 'confirmed') {
      if (account.status === 'disabled') throw accountDisabled();
      await this.assignment.confirm(accountId, request.role as GivenRole);
    }
    await this.requests.decide(id, outcome, me);
    await this.users.touch(accountId);
    await this.audit.record(`role.${outcome}`, 'user_account', accountId, {
      role: request.role,
      request: id,
      askedBy: request.askedBy,
    });
  }
}

function settled(request: RoleRequest, me: string, outcome: Outcome): void {
  const transaction = currentTransaction();
  if (!transaction || request.outcome !== outcome || request.decidedBy !== me) throw alreadyDecided();
  transaction.wroteNothing = true;
}
