import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { currentManager } from '#src/foundation/database/index.js';
import type { TokenPurpose } from '../entities/account-token.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';

const LASTS: Readonly<Record<TokenPurpose, string>> = { invitation: '7 days', reset: '1 hour' };

/** Whose a token is, and what for. */
export interface TokenHolder {
  readonly accountId: string;
  readonly purpose: TokenPurpose;
}

/** An invitation is for who has not come yet, a reset for who has; a closed account's tokens open nothing. */
const LIVE = `t.secret_hash = $1 and t.used_at is null and t.expires_at > now() and u.id = t.account_id
  and u.status = case t.purpose when 'invitation' then 'invited' else 'active' end`;

/** Secrets that go out by mail, each good once. The database keeps their hashes. */
@Injectable()
export class AccountTokens {
  constructor(private readonly desk: AccountsDesk) {}

  /**
   * A new one, of 256 random bits in base64url: an invitation for 7 days, a reset for an hour. Earlier ones of that
   * purpose end. Within a unit of work.
   */
  async issue(accountId: string, purpose: TokenPurpose): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const manager = currentManager();
    // Of two at once the later ends what the earlier issued, instead of passing it by.
    await manager.query('select 1 from user_account where id = $1 for no key update', [accountId]);
    await this.end(accountId, purpose);
    await manager.query(
      `insert into account_token (account_id, purpose, secret_hash, expires_at, created_by)
       values ($1, $2, $3, now() + $4::interval, $5)`,
      [accountId, purpose, hashOf(secret), LASTS[purpose], this.desk.actor().id],
    );
    return secret;
  }

  /** Ends those of a purpose that were not used, and forgets those that ran out. Within a unit of work. */
  async end(accountId: string, purpose: TokenPurpose): Promise<void> {
    await currentManager().query(
      `delete from account_token
        where account_id = $1 and ((purpose = $2 and used_at is null) or expires_at < now())`,
      [accountId, purpose],
    );
  }

  /** Whose it is, without using it; null if it opens nothing. */
  async find(secret: string): Promise<TokenHolder | null> {
    const [holder] = await this.desk.rows<{ accountId: string; purpose: TokenPurpose }>({
      name: 'tokens.find',
      text: `select t.account_id as "accountId", t.purpose from account_token t, user_account u where ${LIVE}`,
      values: [hashOf(secret)],
    });
    return holder ?? null;
  }

  /** Uses it up: one statement, so that of two at once one gets null. Within a unit of work. */
  async redeem(secret: string): Promise<TokenHolder | null> {
    const [[holder]] = await currentManager().query<[TokenHolder[], number]>(
      `update account_token t set used_at = now() from user_account u where ${LIVE}
       returning t.account_id as "accountId", t.purpose`,
      [hashOf(secret)],
    );
    return holder ?? null;
  }
}

/** 256 random bits need no salt. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
