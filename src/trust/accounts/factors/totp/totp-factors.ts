import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { stepOf } from './totp.js';
import { TotpSecrets } from './totp-secrets.js';

interface TotpRow {
  readonly id: string;
  readonly secret: Buffer;
}

/** Codes of an app, each good once. Within a unit of work. */
@Injectable()
export class TotpFactors {
  constructor(private readonly secrets: TotpSecrets) {}

  /** The factor whose code it is, now used up; null if it is wrong, or was used. */
  async accept(accountId: string, code: string): Promise<string | null> {
    const factors = await currentManager().query<TotpRow[]>(
      `select id, secret from account_factor
        where account_id = $1 and kind = 'totp' and confirmed_at is not null order by id`,
      [accountId],
    );
    for (const factor of factors) {
      const step = this.stepOf(accountId, factor, code);
      if (step !== null && (await this.take(factor.id, step))) return factor.id;
    }
    return null;
  }

  /** Confirms what its owner enrolled; the code is used up with it. */
  async confirm(accountId: string, factor: TotpRow, code: string): Promise<boolean> {
    const step = this.stepOf(accountId, factor, code);
    if (step === null) return false;
    await currentManager().query(
      `update account_factor set confirmed_at = now(), last_step = $2, revision = gen_random_uuid()
        where id = $1 and confirmed_at is null`,
      [factor.id, step],
    );
    return true;
  }

  private stepOf(accountId: string, { id, secret }: TotpRow, code: string): number | null {
    const plain = this.secrets.open(secret, { accountId, factorId: id });
    return plain && stepOf(code, plain, new Date());
  }

  /**
   * Only a later step than the last one counts (RFC 6238, 5.2), and of two requests with one code the second finds
   * it taken. A step is taken only for a code that the app showed, so a server whose clock went astray and came back
   * takes codes again as soon as the app is past the last one used.
   */
  private async take(id: string, step: number): Promise<boolean> {
    const [rows] = await currentManager().query<[unknown[], number]>(
      `update account_factor set last_step = $2, last_used_on = current_date
        where id = $1 and confirmed_at is not null and (last_step is null or last_step < $2) returning id`,
      [id, step],
    );
    return rows.length > 0;
  }
}
