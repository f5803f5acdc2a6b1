import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { currentManager } from '#src/foundation/database/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { UserAccount } from '../entities/user-account.entity.js';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

interface PasswordRow {
  [column: string]: unknown;
  id: string;
  passwordHash: string;
}

export interface PasswordCheck {
  /** null: no account has this address and a password. */
  readonly accountId: string | null;
  readonly isRight: boolean;
}

/** Setting and checking passwords. */
@Injectable()
export class Passwords {
  private readonly decoy = hash('nobody has this password', ARGON2ID);

  constructor(private readonly desk: AccountsDesk) {}

  /**
   * Whose address it is, and whether the password opens the account. What there is not costs as much as what is
   * wrong, so that the time tells nothing of which addresses have accounts.
   */
  async check(email: string, password: string): Promise<PasswordCheck> {
    const [row] = await this.desk.rows<PasswordRow>({
      name: 'passwords.find',
      text: `select id, password_hash as "passwordHash" from user_account
              where email_key = $1 and status = 'active' and password_hash is not null`,
      values: [emailKeyOf(email)],
    });
    const isRight = await verify(row?.passwordHash ?? (await this.decoy), password);
    return { accountId: row?.id ?? null, isRight: row !== undefined && isRight };
  }

  /** Within a unit of work. */
  async set(accountId: string, password: string): Promise<void> {
    await currentManager().update(UserAccount, accountId, {
      passwordHash: await hash(password, ARGON2ID),
      passwordChangedAt: new Date(),
    });
  }
}
