import { Injectable } from '@nestjs/common';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import type { UserAccount } from '../entities/user-account.entity.js';
import { isSensitive } from '../roles/role.policy.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { AccountStatusChange } from './account-status.js';
import { OpenLinks } from './open-links.js';
import { UserDto } from './user.dto.js';
import { addressHeld, userNotFound } from './user.errors.js';
import type { ListUsersQuery, UpdateUserDto } from './user-input.dto.js';
import { USER_ORDER, type UserChange, UsersRepository } from './users.repository.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly users: UsersRepository,
    private readonly status: AccountStatusChange,
    private readonly sessions: SessionsRepository,
    private readonly links: OpenLinks,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListUsersQuery, wantsTotal: boolean): Promise<Page<UserDto>> {
    const filter = { status: query.status ?? null, role: query.role ?? null };
    return this.pager.page({
      list: 'users',
      query,
      order: USER_ORDER,
      fetch: (keyset) => this.users.list(filter, keyset),
      item: (row) => UserDto.from(row),
      ...(wantsTotal && { total: () => this.users.count(filter) }),
    });
  }

  async get(id: string): Promise<UserDto> {
    const row = await this.users.find(id);
    if (!row) throw userNotFound();
    return UserDto.from(row);
  }

  async getByEmail(email: string): Promise<UserDto> {
    const id = await this.users.idOf(email);
    if (id === null) throw userNotFound();
    return this.get(id);
  }

  /** @throws DomainError 404, 412 STALE, 409 EMAIL_TAKEN, ADDRESS_HELD, LAST_ADMIN, NOT_ACCEPTED */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdateUserDto): Promise<UserDto> {
    const { status, ...change } = given(input);
    await this.desk.write(async () => {
      const account = await this.users.lock(id);
      if (!account) throw userNotFound();
      await this.freshness.assert(ifMatch, account);
      if (change.email !== undefined) await this.readdress(account, change.email);
      const next: UserChange = status
        ? { ...change, status: await this.status.apply(account, status) }
        : change;
      await this.users.update(id, next);
      await this.audit.record('user.updated', 'user_account', id, { fields: Object.keys(given(input)) });
    });
    return this.get(id);
  }

  /** @throws DomainError 404 */
  async endSessions(id: string): Promise<void> {
    await this.desk.write(async () => {
      if (!(await this.users.lock(id))) throw userNotFound();
      const count = await this.sessions.endAll(id);
      await this.audit.record('user.sessions_ended', 'user_account', id, { count });
    });
  }

  /** What was mailed to the old address must not open the account of the new one. */
  private async readdress(account: UserAccount, email: string): Promise<void> {
    const { id } = account;
    if (emailKeyOf(email) === account.emailKey) return;
    const row = await this.users.find(id);
    const trusted = [...(row?.roles ?? []), ...(row?.requestedRoles ?? [])].some(isSensitive);
    if (trusted && id !== this.desk.actor().id) throw addressHeld();
    await this.links.end(id);
  }
}
