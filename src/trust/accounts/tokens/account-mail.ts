import { Injectable } from '@nestjs/common';
import { Mailer } from '#src/foundation/mail/index.js';
import type { TokenPurpose } from '../entities/account-token.entity.js';
import type { AccountLanguage } from '../entities/user-account.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { AccountLinks } from './account-links.js';
import { letterOf } from './mail-words.js';

/** What accounts are written. Call it after the commit: a mail cannot be rolled back. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly links: AccountLinks,
    private readonly mailer: Mailer,
  ) {}

  /** @throws DomainError 503 MAIL_BUSY */
  invite(accountId: string, secret: string): Promise<void> {
    return this.write(accountId, 'invitation', secret);
  }

  /** @throws DomainError 503 MAIL_BUSY */
  reset(accountId: string, secret: string): Promise<void> {
    return this.write(accountId, 'reset', secret);
  }

  private async write(accountId: string, purpose: TokenPurpose, secret: string): Promise<void> {
    const [account] = await this.desk.rows<{ email: string; language: AccountLanguage }>({
      name: 'account-mail.to',
      text: 'select email, language from user_account where id = $1',
      values: [accountId],
    });
    if (!account) throw new Error('A mail to an account that is not there');
    const { email, language } = account;
    const link = this.links.to(purpose, secret, language);
    this.mailer.send({ to: email, ...letterOf({ purpose, language, link, secret }) });
  }
}
