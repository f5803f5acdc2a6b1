import { Injectable } from '@nestjs/common';
import type { AccountStatus, UserAccount } from '../entities/user-account.entity.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { LastAdmin } from '../roles/last-admin.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { RolesRepository } from '../shared/roles.repository.js';
import { OpenLinks } from './open-links.js';
import { notAccepted } from './user.errors.js';
import { UsersRepository } from './users.repository.js';

/** Shuts an account and opens it again; within a unit of work that has locked it. */
@Injectable()
export class AccountStatusChange {
  constructor(
    private readonly users: UsersRepository,
    private readonly roles: RolesRepository,
    private readonly lastAdmin: LastAdmin,
    private readonly sessions: SessionsRepository,
    private readonly links: OpenLinks,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 409 LAST_ADMIN, NOT_ACCEPTED */
  async apply(account: UserAccount, wished: 'active' | 'disabled'): Promise<AccountStatus> {
    if (wished === account.status) return wished;
    return wished === 'disabled' ? this.disable(account) : this.enable(account);
  }

  /** Its keys answer nothing from the commit on: the function that opens them looks at the status. */
  private async disable({ id, status }: UserAccount): Promise<AccountStatus> {
    if (status === 'active' && (await this.roles.of(id)).includes('admin'))
      await this.lastAdmin.assertAnother(id);
    const sessions = await this.sessions.endAll(id);
    await this.links.end(id);
    await this.audit.record('user.disabled', 'user_account', id, { sessions });
    return 'disabled';
  }

  private async enable({ id, status }: UserAccount): Promise<AccountStatus> {
    if (status === 'invited') throw notAccepted();
    const next = (await this.users.hasProof(id)) ? 'active' : 'invited';
    await this.audit.record('user.enabled', 'user_account', id, { status: next });
    return next;
  }
}
