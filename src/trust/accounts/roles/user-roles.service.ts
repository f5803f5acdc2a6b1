import { Injectable } from '@nestjs/common';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { UserDto } from '../users/user.dto.js';
import { userNotFound } from '../users/user.errors.js';
import { UsersRepository } from '../users/users.repository.js';
import type { GivenRole } from './role.policy.js';
import { RoleAssignment } from './role-assignment.js';

@Injectable()
export class UserRolesService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly users: UsersRepository,
    private readonly assignment: RoleAssignment,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  /** @throws DomainError 404, 412, 422 ROLES_CONFLICT, 403 OWN_ROLE, 409 LAST_ADMIN */
  async set(id: string, ifMatch: readonly string[] | '*', roles: readonly GivenRole[]): Promise<UserDto> {
    await this.desk.write(async () => {
      const account = await this.users.lock(id);
      if (!account) throw userNotFound();
      await this.freshness.assert(ifMatch, account);
      const plan = await this.assignment.set(account, roles);
      await this.users.touch(id);
      await this.audit.record('user.roles_set', 'user_account', id, { ...plan });
    });
    const row = await this.users.find(id);
    if (!row) throw userNotFound();
    return UserDto.from(row);
  }
}
