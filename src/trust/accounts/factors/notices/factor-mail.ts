import { Injectable, Logger } from '@nestjs/common';
import { Mailer } from '#src/foundation/mail/index.js';
import type { AccountLanguage } from '../../entities/user-account.entity.js';
import { AccountsDesk } from '../../shared/accounts-desk.js';
import { type FactorNotice, NOTICE_WORDS } from './notice-words.js';

/** Tells people by mail what was done to their factors. Call it after the commit: a mail cannot be rolled back. */
@Injectable()
export class FactorMail {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly desk: AccountsDesk,
    private readonly mailer: Mailer,
  ) {}

  /** Never fails: what it tells of is done, and stands in the log. */
  async tell(accountId: string, notice: FactorNotice): Promise<void> {
    try {
      await this.write(accountId, notice);
    } catch {
      this.logger.warn({ event: 'mail.refused', notice });
    }
  }

  private async write(accountId: string, notice: FactorNotice): Promise<void> {
    const [account] = await this.desk.rows<{ email: string; language: AccountLanguage }>({
      name: 'factor-mail.to',
      text: 'select email, language from user_account where id = $1',
      values: [accountId],
    });
    if (!account) return;
    const { subject, said, close } = NOTICE_WORDS[account.language];
    this.mailer.send({ to: account.email, subject, text: `${said[notice]}\n\n${close}\n` });
  }
}
