import { Injectable } from '@nestjs/common';
import type { UserAccount } from '../entities/user-account.entity.js';
import { OPERATOR } from '../operator.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { RolesRepository } from '../shared/roles.repository.js';
import { LastAdmin } from './last-admin.js';
import { ownRole, roleConflictsNow, rolesConflict } from './role.errors.js';
import {
  asksForMore,
  conflictsIn,
  type GivenRole,
  isSensitive,
  planRoles,
  type RolePlan,
} from './role.policy.js';
import { RoleHolderRepository } from './role-holder.repository.js';
import { RoleRequestRepository } from './role-request.repository.js';

/** Gives and takes roles, by the rules; within a unit of work that has locked the account. */
@Injectable()
export class RoleAssignment {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly roles: RolesRepository,
    private readonly holders: RoleHolderRepository,
    private readonly requests: RoleRequestRepository,
    private readonly lastAdmin: LastAdmin,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * All of a person's roles anew: what may be is given, what is sensitive is asked for, the others are taken.
   *
   * @throws DomainError 422 ROLES_CONFLICT, 403 OWN_ROLE, 409 LAST_ADMIN
   */
  async set(account: UserAccount, wished: readonly GivenRole[]): Promise<RolePlan> {
    const conflicts = conflictsIn(wished);
    if (conflicts.length > 0) throw rolesConflict(conflicts, '/roles');
    const { id } = account;
    const me = this.desk.actor().id;
    const held = await this.held(id);
    const pending = await this.requests.pendingOf(id);
    const plan = planRoles({ held, pending, wished, isAtOnce: (role) => mayGive(me, role) });
    if (me === id && [...plan.given, ...plan.asked].some(isSensitive)) throw ownRole();
    if (plan.taken.includes('admin') && account.status === 'active') await this.lastAdmin.assertAnother(id);
    await this.requests.withdraw(id, plan.withdrawn, me);
    await this.requests.ask(id, plan.asked, me);
    await this.holders.take(id, plan.taken);
    await this.give(id, held, plan.given);
    return plan;
  }

  /** @throws DomainError 409 ROLES_CONFLICT with what was given meanwhile */
  async confirm(accountId: string, role: GivenRole): Promise<void> {
    const held = await this.held(accountId);
    if (conflictsIn([...held, role]).length > 0) throw roleConflictsNow();
    await this.give(accountId, held, [role]);
  }

  private async give(id: string, held: readonly GivenRole[], roles: readonly GivenRole[]): Promise<void> {
    if (roles.length === 0) return;
    await this.holders.give(id, roles);
    if (asksForMore(held, [...held, ...roles])) await this.sessions.endAll(id);
  }

  private async held(accountId: string): Promise<GivenRole[]> {
    return (await this.roles.of(accountId)).filter((role) => role !== 'public');
  }
}

/**
 * Whoever has the database is one person and not two, so the command line asks like anybody. But for administrators:
 * nobody could confirm the first, and where all of them are lost only the operator can make another.
 */
function mayGive(actorId: string, role: GivenRole): boolean {
  return !isSensitive(role) || (role === 'admin' && actorId === OPERATOR.id);
}
