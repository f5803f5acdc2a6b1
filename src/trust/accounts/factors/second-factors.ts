import { Injectable } from '@nestjs/common';
import type { Role } from '#src/trust/access/index.js';
import type { FactorKind } from '../entities/account-factor.entity.js';
import { AccountsDesk } from '../shared/accounts-desk.js';

/** Roles whose people sign in with a passkey and nothing weaker. */
const PASSKEY_ONLY: readonly Role[] = ['custodian', 'counsel', 'privacy_reviewer'];

/** Which second factors somebody has and which of them their roles let count. */
@Injectable()
export class SecondFactors {
  constructor(private readonly desk: AccountsDesk) {}

  /** Every role of the staff and the commission asks for one; a program's account has no password. */
  isCompulsory(roles: readonly Role[]): boolean {
    return roles.some((role) => role !== 'public' && role !== 'integrator');
  }

  /** The kinds that may finish this person's signing in. */
  async offered(accountId: string, roles: readonly Role[]): Promise<FactorKind[]> {
    const rows = await this.desk.rows<{ kind: FactorKind }>({
      name: 'factors.kinds',
      text: `select distinct kind from account_factor where account_id = $1 and confirmed_at is not null order by kind`,
      values: [accountId],
    });
    return rows.map(({ kind }) => kind).filter((kind) => this.counts(kind, roles));
  }

  counts(kind: FactorKind, roles: readonly Role[]): boolean {
    return kind === 'passkey' || !roles.some((role) => PASSKEY_ONLY.includes(role));
  }
}
