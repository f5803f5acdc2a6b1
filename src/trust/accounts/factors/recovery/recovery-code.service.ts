import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SignInService } from '../../sessions/sign-in.service.js';
import { AccountsDesk } from '../../shared/accounts-desk.js';
import { FactorsRepository } from '../factors.repository.js';
import { FactorMail } from '../notices/factor-mail.js';
import { RecoveryCodesDto, RecoveryStateDto } from './recovery-code.dto.js';
import { RecoveryCodes } from './recovery-codes.js';

/** One's own recovery codes. */
@Injectable()
export class RecoveryCodeService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly factors: FactorsRepository,
    private readonly codes: RecoveryCodes,
    private readonly mail: FactorMail,
    private readonly signing: SignInService,
  ) {}

  async state(): Promise<RecoveryStateDto> {
    return RecoveryStateDto.from(await this.codes.state(this.desk.actor().id));
  }

  /** @throws DomainError 403 PROOF_TOO_OLD */
  async renew(request: Request): Promise<RecoveryCodesDto> {
    this.signing.assertRecentProof(request);
    const { id } = this.desk.actor();
    const codes = await this.desk.write(async () => {
      await this.factors.lockAccount(id);
      return this.codes.renew(id);
    });
    await this.mail.tell(id, 'recovery_made');
    return RecoveryCodesDto.from(codes);
  }
}
