import { Injectable } from '@nestjs/common';
import { currentManager, isUniqueViolation } from '#src/foundation/database/index.js';
import { AccountsDesk } from '../../shared/accounts-desk.js';
import { factorNotProved } from '../factor.errors.js';
import type { Assertion, Attestation } from './credential-shape.js';
import { type Expected, Passkeys } from './passkeys.js';

export interface PasskeyRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: string;
  readonly transports: string[];
}

/** Somebody's passkeys. What writes, writes within a unit of work. */
@Injectable()
export class PasskeyFactors {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly passkeys: Passkeys,
  ) {}

  /** Those that are confirmed. */
  of(accountId: string): Promise<PasskeyRow[]> {
    return this.desk.rows({
      name: 'passkeys.of',
      text: `select id, credential_id as "credentialId", public_key as "publicKey", sign_count as "signCount", transports
               from account_factor where account_id = $1 and kind = 'passkey' and confirmed_at is not null order by id`,
      values: [accountId],
    });
  }

  /** The passkey that signed; null if none of theirs did, or not what it was given to sign. */
  async accept(accountId: string, answer: Assertion, expected: Expected): Promise<string | null> {
    const id = Buffer.from(answer.id, 'base64url');
    const row = (await this.of(accountId)).find(({ credentialId }) => credentialId.equals(id));
    if (!row) return null;
    const known = { ...row, accountId, signCount: Number(row.signCount) };
    const shown = await this.passkeys.shown(answer, known, expected);
    return shown && (await this.note(row.id, shown)) ? row.id : null;
  }

  /** Confirms what its owner enrolled. */
  async confirm(id: string, answer: Attestation, expected: Expected): Promise<boolean> {
    const made = await this.passkeys.made(answer, expected);
    if (!made) return false;
    await currentManager()
      .query(
        `update account_factor
            set credential_id = $2, public_key = $3, sign_count = $4, is_backed_up = $5, transports = $6,
                challenge = null, challenge_until = null, confirmed_at = now(), revision = gen_random_uuid()
          where id = $1 and confirmed_at is null`,
        [id, made.credentialId, made.publicKey, made.signCount, made.isBackedUp, made.transports],
      )
      // Somebody has it already, and nobody is told.
      .catch((error: unknown) => {
        throw isUniqueViolation(error, 'account_factor_credential') ? factorNotProved('/passkey') : error;
      });
    return true;
  }

  /** An authenticator that counts must count on, else there are two of it (WebAuthn, 6.1.1). */
  private async note(id: string, shown: { signCount: number; isBackedUp: boolean }): Promise<boolean> {
    const [rows] = await currentManager().query<[unknown[], number]>(
      `update account_factor set sign_count = $2, is_backed_up = $3, last_used_on = current_date
        where id = $1 and confirmed_at is not null and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning id`,
      [id, shown.signCount, shown.isBackedUp],
    );
    return rows.length > 0;
  }
}
