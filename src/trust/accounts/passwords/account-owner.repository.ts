import { Injectable } from '@nestjs/common';
import { AccountsDesk } from '../shared/accounts-desk.js';

interface Owner {
  [column: string]: unknown;
  name: string;
  email: string;
  emailKey: string;
}

/** Whose password it is. */
@Injectable()
export class AccountOwnerRepository {
  constructor(private readonly desk: AccountsDesk) {}

  async of(accountId: string): Promise<Owner | undefined> {
    const [owner] = await this.desk.rows<Owner>({
      name: 'account-owner.of',
      text: `select a.name, u.email, u.email_key as "emailKey"
               from user_account u join actor a on a.id = u.id where u.id = $1`,
      values: [accountId],
    });
    return owner;
  }

  /** Of an account that signs in with a password here; another house's people ask there. */
  async withPassword(emailKey: string): Promise<string | undefined> {
    const [row] = await this.desk.rows<{ id: string }>({
      name: 'account-owner.with-password',
      text: `select id from user_account
              where email_key = $1 and status = 'active' and password_hash is not null`,
      values: [emailKey],
    });
    return row?.id;
  }
}
