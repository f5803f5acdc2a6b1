import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { RecoveryCode } from '../../entities/recovery-code.entity.js';
import { AccountsDesk } from '../../shared/accounts-desk.js';
import { newRecoveryCode, recoveryHash } from './recovery-code.js';

const COUNT = 10;

export interface RecoveryState {
  readonly [column: string]: unknown;
  readonly left: number;
  readonly madeAt: Date | null;
}

/** Codes that stand in for a lost factor, each once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly audit: AuditLog,
  ) {}

  async state(accountId: string): Promise<RecoveryState> {
    const [row] = await this.desk.rows<RecoveryState>({
      name: 'recovery-codes.state',
      text: `select count(*) filter (where used_at is null)::int as left, max(created_at) as "madeAt"
               from recovery_code where account_id = $1`,
      values: [accountId],
    });
    return row ?? { left: 0, madeAt: null };
  }

  /** New ones; the old ones are void. Within a unit of work. */
  async renew(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: COUNT }, newRecoveryCode);
    await currentManager().delete(RecoveryCode, { accountId });
    await currentManager().insert(
      RecoveryCode,
      codes.map((code) => ({ accountId, secretHash: recoveryHash(code) })),
    );
    await this.audit.record('recovery_codes.made', 'user_account', accountId, { count: COUNT });
    return codes;
  }

  /** Uses one up, within a unit of work: of two requests with one code the second finds it used. */
  async accept(accountId: string, code: string): Promise<boolean> {
    const [rows] = await currentManager().query<[unknown[], number]>(
      `update recovery_code set used_at = now()
        where account_id = $1 and secret_hash = $2 and used_at is null returning id`,
      [accountId, recoveryHash(code)],
    );
    if (rows.length === 0) return false;
    const { left } = await this.state(accountId);
    await this.audit.record('recovery_code.used', 'user_account', accountId, { left });
    return true;
  }
}
