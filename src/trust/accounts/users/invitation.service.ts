import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Idempotency } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { TokenPurpose } from '../entities/account-token.entity.js';
import type { UserAccount } from '../entities/user-account.entity.js';
import type { RolePlan } from '../roles/role.policy.js';
import { RoleAssignment } from '../roles/role-assignment.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { AccountMail } from '../tokens/account-mail.js';
import { AccountTokens } from '../tokens/account-tokens.js';
import { UserDto } from './user.dto.js';
import { accountDisabled, alreadyAccepted, userNotFound } from './user.errors.js';
import type { InviteUserDto } from './user-input.dto.js';
import { UsersRepository } from './users.repository.js';

/** What opens an account once: whoever has it sets the password. */
export interface IssuedLink {
  readonly accountId: string;
  readonly purpose: TokenPurpose;
  readonly secret: string;
}

@Injectable()
export class InvitationService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly users: UsersRepository,
    private readonly assignment: RoleAssignment,
    private readonly tokens: AccountTokens,
    private readonly mail: AccountMail,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 409 EMAIL_TAKEN, 422 ROLES_CONFLICT */
  async invite(input: InviteUserDto, key?: string): Promise<UserDto> {
    let link: IssuedLink | undefined;
    const create = async (): Promise<string> => {
      link = await this.insert(input);
      return link.accountId;
    };
    const id = await this.desk.write(() =>
      this.idempotency.once({ key, operation: 'inviteUser', payload: input, create }),
    );
    return UserDto.from(await this.mailed(id, link));
  }

  /**
   * Mails a new link; the ones before it stop working.
   *
   * @throws DomainError 404, 409 ALREADY_ACCEPTED, ACCOUNT_DISABLED
   */
  async repeat(id: string, key?: string): Promise<void> {
    let link: IssuedLink | undefined;
    const create = async (): Promise<string> => {
      const account = await this.locked(id);
      if (account.status === 'active') throw alreadyAccepted();
      link = await this.issue(account);
      return id;
    };
    await this.desk.write(() =>
      this.idempotency.once({ key, operation: `repeatInvitation/${id}`, payload: {}, create }),
    );
    await this.mailed(id, link);
  }

  /** An account whose link is handed over by other means than mail. */
  async create(input: InviteUserDto): Promise<IssuedLink> {
    return this.desk.write(() => this.insert(input));
  }

  /**
   * A new link, to be handed over: an invitation until one was accepted, a reset afterwards.
   *
   * @throws DomainError 404, 409 ACCOUNT_DISABLED
   */
  async link(email: string): Promise<IssuedLink> {
    const id = await this.users.idOf(email);
    if (id === null) throw userNotFound();
    return this.desk.write(async () => this.issue(await this.locked(id)));
  }

  private async insert({ roles = [], language = 'en', name, email }: InviteUserDto): Promise<IssuedLink> {
    const accountId = randomUUID();
    await this.users.insert({ id: accountId, name, email, language, invitedBy: this.desk.actor().id });
    const plan: RolePlan = await this.assignment.set(await this.locked(accountId), roles);
    const secret = await this.tokens.issue(accountId, 'invitation');
    const { given, asked } = plan;
    await this.audit.record('user.invited', 'user_account', accountId, { given, asked });
    return { accountId, purpose: 'invitation', secret };
  }

  private async issue({ id, status }: UserAccount): Promise<IssuedLink> {
    if (status === 'disabled') throw accountDisabled();
    const purpose = status === 'invited' ? 'invitation' : 'reset';
    const secret = await this.tokens.issue(id, purpose);
    await this.audit.record('user.link_issued', 'user_account', id, { purpose });
    return { accountId: id, purpose, secret };
  }

  private async locked(id: string): Promise<UserAccount> {
    const account = await this.users.lock(id);
    if (!account) throw userNotFound();
    return account;
  }

  /** After the commit: a mail cannot be taken back. A replay has no link, and mails nothing. */
  private async mailed(id: string, link: IssuedLink | undefined) {
    const row = await this.users.find(id);
    if (!row) throw userNotFound();
    if (link) await this.mail.invite(id, link.secret);
    return row;
  }
}
