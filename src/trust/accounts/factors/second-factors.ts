import { Injectable } from '@nestjs/common';
import type { Role } from '#src/trust/access/index.js';
import type { FactorKind } from '../entities/account-factor.entity.js';
import { isCompulsory, offered } from './factor.policy.js';
import { FactorsRepository } from './factors.repository.js';

/** Which second factors somebody has and which of them their roles ask for. */
@Injectable()
export class SecondFactors {
  constructor(private readonly factors: FactorsRepository) {}

  isCompulsory(roles: readonly Role[]): boolean {
    return isCompulsory(roles);
  }

  /** The kinds that are asked for at signing in (see the policy); empty if they have none. */
  async offered(accountId: string, roles: readonly Role[]): Promise<FactorKind[]> {
    const confirmed = await this.factors.confirmed(accountId);
    return offered(
      confirmed.map(({ kind }) => kind),
      roles,
    );
  }
}
