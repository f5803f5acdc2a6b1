import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { AuditLog } from '#src/trust/audit/index.js';
import { DOORKEEPER } from '../operator.js';
import { Csrf } from '../sessions/csrf.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { Attempts } from '../throttle/attempts.js';
import { KnownBrowser } from '../throttle/known-browser.js';
import { AccountMail } from '../tokens/account-mail.js';
import { AccountTokens } from '../tokens/account-tokens.js';
import { AccountOwnerRepository } from './account-owner.repository.js';
import type { ConfirmPasswordResetDto, RequestPasswordResetDto } from './password.dto.js';
import { tokenInvalid } from './password.errors.js';
import { Passwords } from './passwords.js';

const MOST_PAUSE_MS = 2_000;

/** A password for somebody who cannot sign in: by a token that only their mailbox has seen. */
@Injectable()
export class PasswordResetService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private readonly underWay = new Set<Promise<void>>();
  private hurry = haste();

  constructor(
    private readonly desk: AccountsDesk,
    private readonly owners: AccountOwnerRepository,
    private readonly passwords: Passwords,
    private readonly tokens: AccountTokens,
    private readonly mail: AccountMail,
    private readonly sessions: SessionsRepository,
    private readonly attempts: Attempts,
    private readonly browsers: KnownBrowser,
    private readonly csrf: Csrf,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Mails a token if the address has an account with a password. Nothing about that is known yet when it is
   * answered, so neither the answer nor its time can tell.
   *
   * @throws DomainError 403 CSRF, 429 TOO_MANY_ATTEMPTS
   */
  async request({ email }: RequestPasswordResetDto, request: Request): Promise<void> {
    this.csrf.assertOrigin(request);
    const key = emailKeyOf(email);
    await this.attempts.admit('reset', key, request);
    const work = this.moment()
      .then(() => this.send(key))
      .catch((error: Error) => this.logger.error(error))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /**
   * Sets a password with a reset's or an invitation's token, which is then used up. Whoever was signed in to the
   * account is not any more.
   *
   * @throws DomainError 403 CSRF; 422 TOKEN_INVALID or what is wrong with the password
   */
  async confirm({ token, password }: ConfirmPasswordResetDto, request: Request): Promise<void> {
    this.csrf.assertOrigin(request);
    // Looked at first: a token that is none costs no hash, and a password that is refused uses up no token.
    const holder = await this.tokens.find(token);
    const owner = holder && (await this.owners.of(holder.accountId));
    if (!holder || !owner) throw tokenInvalid();
    const prepared = await this.passwords.prepare(password, owner);
    const { accountId, purpose } = holder;
    await this.desk.write(async () => {
      const redeemed = await this.tokens.redeem(token);
      if (!redeemed || !(await this.passwords.store(accountId, prepared))) throw tokenInvalid();
      await this.tokens.end(accountId, 'reset');
      const count = await this.sessions.endAll(accountId);
      const action = purpose === 'invitation' ? 'account.activated' : 'password.reset';
      await this.audit.record(action, 'user_account', accountId, { count });
    });
    this.browsers.remember(request, owner.emailKey);
  }

  /** When what was asked for has been handed to the mail; nothing is put off any longer. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) {
      this.hurry.abort();
      await Promise.all(this.underWay);
    }
    this.hurry = haste();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  /**
   * Some time from now: whoever asks again at once would else feel, by how busy the program is, whether it has a
   * mail to write.
   */
  private async moment(): Promise<void> {
    await pause(randomInt(MOST_PAUSE_MS), undefined, { signal: this.hurry.signal, ref: false }).catch(
      () => undefined,
    );
  }

  private async send(emailKey: string): Promise<void> {
    const accountId = await this.owners.withPassword(emailKey);
    const secret = await this.desk.write(async () => {
      await this.audit.record('password.reset_asked', 'user_account', accountId ?? DOORKEEPER.id!);
      return accountId === undefined ? undefined : this.tokens.issue(accountId, 'reset');
    });
    if (accountId !== undefined && secret !== undefined) await this.mail.reset(accountId, secret);
  }
}

/** As many may wait for it as come. */
function haste(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
