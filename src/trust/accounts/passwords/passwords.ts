import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { emailKeyOf } from '../shared/email-address.js';
import { estimateGuesses } from './rules/guess-estimate.js';
import { DECOY, hashPassword, isOutdated, verifyPassword } from './hashing/password-hashes.js';
import { guessFault, lengthFault } from './rules/password.policy.js';
import { lengthOf, LONGEST, normalised } from './rules/password-text.js';
import { type PasswordOwner, PersonalWords } from './rules/personal-words.js';

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

/** A password that may be set, as it will be kept. */
export interface PreparedPassword {
  readonly hash: string;
}

/** Setting and checking passwords. */
@Injectable()
export class Passwords {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly words: PersonalWords,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Whose address it is, and whether the password opens the account. What there is not costs as much as what is
   * wrong, so that the time tells nothing of which addresses have accounts.
   *
   * @throws DomainError 503 SIGN_IN_BUSY
   */
  async check(email: string, password: string): Promise<PasswordCheck> {
    const text = normalised(password);
    const [row] = await this.desk.rows<PasswordRow>({
      name: 'passwords.find',
      text: `select id, password_hash as "passwordHash" from user_account
              where email_key = $1 and status = 'active' and password_hash is not null`,
      values: [emailKeyOf(email)],
    });
    return { accountId: row?.id ?? null, isRight: await this.opens(row, text, true) };
  }

  /**
   * The hash that is kept, if it is the password of the account; else null.
   *
   * @throws DomainError 503 SIGN_IN_BUSY
   */
  async current(accountId: string, password: string): Promise<string | null> {
    const [row] = await this.desk.rows<PasswordRow>({
      name: 'passwords.of',
      text: `select id, password_hash as "passwordHash" from user_account
              where id = $1 and status = 'active' and password_hash is not null`,
      values: [accountId],
    });
    const isRight = await this.opens(row, normalised(password), false);
    return isRight && row ? row.passwordHash : null;
  }

  /**
   * Holds a new password against the policy and hashes it: before a transaction, which it would hold up.
   *
   * @throws DomainError 422 PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_LEAKED, PASSWORD_GUESSABLE or
   *   PASSWORD_PERSONAL; 503 SIGN_IN_BUSY
   */
  async prepare(password: string, owner: PasswordOwner, pointer = '/password'): Promise<PreparedPassword> {
    const text = normalised(password);
    const fault =
      lengthFault(text, pointer) ??
      guessFault(await estimateGuesses(text, await this.words.of(owner)), pointer);
    if (fault) throw fault;
    return { hash: await hashPassword(text) };
  }

  /**
   * Sets what was prepared, and opens an account that was invited; false if it was closed meanwhile, or no longer
   * has the hash `before`. Within a unit of work.
   */
  async store(accountId: string, { hash }: PreparedPassword, before: string | null = null): Promise<boolean> {
    const [, count] = await currentManager().query<[unknown[], number]>(
      `update user_account set password_hash = $2, password_changed_at = now(), status = 'active',
              revision = gen_random_uuid(), updated_at = now()
        where id = $1 and status <> 'disabled' and ($3::text is null or password_hash = $3)`,
      [accountId, hash, before],
    );
    return count === 1;
  }

  private async opens(row: PasswordRow | undefined, text: string, renews: boolean): Promise<boolean> {
    // Nobody's, whatever the address: the length of a password that was sent tells nothing.
    if (lengthOf(text) > LONGEST) return false;
    const isRight = await verifyPassword(row?.passwordHash ?? DECOY, text);
    if (row === undefined || !isRight) return false;
    if (renews && isOutdated(row.passwordHash)) await this.renew(row, text);
    return true;
  }

  /** The only moment when the password is known and can be kept under more work. */
  private async renew({ id, passwordHash }: PasswordRow, text: string): Promise<void> {
    const hash = await hashPassword(text);
    await this.desk.write(async () => {
      await currentManager().query(
        'update user_account set password_hash = $2 where id = $1 and password_hash = $3',
        [id, hash, passwordHash],
      );
      await this.audit.record('password.rehashed', 'user_account', id);
    });
  }
}
