import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuditLog } from '#src/trust/audit/index.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SignInService } from '../sessions/sign-in.service.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { Attempts } from '../throttle/attempts.js';
import { AccountTokens } from '../tokens/account-tokens.js';
import { AccountOwnerRepository } from './account-owner.repository.js';
import type { ChangeOwnPasswordDto } from './password.dto.js';
import { passwordWrong } from './password.errors.js';
import { Passwords } from './passwords.js';

/** Changing one's own password. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly owners: AccountOwnerRepository,
    private readonly passwords: Passwords,
    private readonly tokens: AccountTokens,
    private readonly sessions: SessionsRepository,
    private readonly signing: SignInService,
    private readonly attempts: Attempts,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Every session of the account ends, and this browser gets a new one: whoever held the old cookie, or knew the old
   * password, is out.
   *
   * @throws DomainError 422 PASSWORD_WRONG or what is wrong with the new one; 429 TOO_MANY_ATTEMPTS
   */
  async change({ currentPassword, newPassword }: ChangeOwnPasswordDto, request: Request): Promise<void> {
    const { id } = this.desk.actor();
    const admission = await this.attempts.admit('password', id, request);
    const owner = await this.owners.of(id);
    const before = await this.passwords.current(id, currentPassword);
    if (!owner || before === null) throw await this.refused(id);
    await admission.succeeded();
    const prepared = await this.passwords.prepare(newPassword, owner, '/newPassword');
    await this.desk.write(async () => {
      // A reset that came meanwhile has made the current password another one.
      if (!(await this.passwords.store(id, prepared, before))) throw passwordWrong();
      await this.tokens.end(id, 'reset');
      const count = await this.sessions.endAll(id);
      await this.audit.record('password.changed', 'user_account', id, { count });
    });
    await this.signing.finish(request, id);
  }

  private async refused(id: string): Promise<Error> {
    await this.desk.write(() => this.audit.record('password.refused', 'user_account', id));
    return passwordWrong();
  }
}
