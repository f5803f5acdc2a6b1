import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AuditLog } from '#src/trust/audit/index.js';
import type { SignInStateDto } from '../sessions/session.dto.js';
import { SignInService } from '../sessions/sign-in.service.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { ConfirmedFactorDto, type ConfirmFactorDto, FactorDto } from './factor.dto.js';
import {
  factorConfirmed,
  factorNotFound,
  factorNotProved,
  factorTooWeak,
  notOneProof,
} from './factor.errors.js';
import { FactorOwner, type Owner } from './factor-owner.js';
import { counts } from './factor.policy.js';
import { FactorsRepository, type PendingRow } from './factors.repository.js';
import { FactorMail } from './notices/factor-mail.js';
import { attestationShape } from './passkeys/credential-shape.js';
import { PasskeyFactors } from './passkeys/passkey-factors.js';
import { type Party, RelyingParty } from './passkeys/relying-party.js';
import { RecoveryCodes } from './recovery/recovery-codes.js';
import { TotpFactors } from './totp/totp-factors.js';

/** A factor counts from here on: its owner has shown that it works. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly owner: FactorOwner,
    private readonly factors: FactorsRepository,
    private readonly totp: TotpFactors,
    private readonly passkeys: PasskeyFactors,
    private readonly party: RelyingParty,
    private readonly recovery: RecoveryCodes,
    private readonly signing: SignInService,
    private readonly mail: FactorMail,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError 404 FACTOR_NOT_FOUND; 422 FACTOR_NOT_PROVED, FACTOR_TOO_WEAK; 409 FACTOR_CONFIRMED, ENROLMENT_OVER */
  async confirm(id: string, input: ConfirmFactorDto, request: Request): Promise<ConfirmedFactorDto> {
    if ((input.totp === undefined) === (input.passkey === undefined)) throw notOneProof();
    const owner = await this.owner.writer(request);
    const party = input.passkey && this.party.of(request);
    const codes = await this.desk.write(() => this.judge(id, input, owner, party));
    if (!codes) throw factorNotProved(input.totp === undefined ? '/passkey' : '/totp');
    await this.mail.tell(owner.id, 'added');
    const row = await this.factors.find(owner.id, id);
    if (!row) throw factorNotFound();
    return ConfirmedFactorDto.from(FactorDto.from(row), codes, await this.goOn(owner, request));
  }

  /** The recovery codes that were made with it; null if it was not proved, which is written down as well. */
  private async judge(
    id: string,
    input: ConfirmFactorDto,
    owner: Owner,
    party: Party | undefined,
  ): Promise<string[] | null> {
    await this.owner.hold(owner);
    const row = await this.factors.find(owner.id, id);
    if (!row) throw factorNotFound();
    if (!counts(row.kind, owner.roles)) throw factorTooWeak();
    if (row.confirmedAt) throw factorConfirmed();
    if (!(await this.proves(row, input, owner, party))) {
      // A challenge is good once, whatever came of it.
      if (row.kind === 'passkey' && party) await this.factors.remove(id);
      await this.audit.record('factor.unproved', 'account_factor', id, { kind: row.kind });
      return null;
    }
    await this.audit.record('factor.confirmed', 'account_factor', id, { kind: row.kind, stage: owner.stage });
    const { left } = await this.recovery.state(owner.id);
    return left > 0 ? [] : this.recovery.renew(owner.id);
  }

  private async proves(
    row: PendingRow,
    { totp, passkey }: ConfirmFactorDto,
    owner: Owner,
    party: Party | undefined,
  ): Promise<boolean> {
    if (totp !== undefined && row.secret)
      return this.totp.confirm(owner.id, { id: row.id, secret: row.secret }, totp);
    if (!party || !row.challenge) return false;
    const expected = { party, challenge: row.challenge.toString('base64url') };
    return this.passkeys.confirm(row.id, attestationShape.parse(passkey), expected);
  }

  private goOn({ id, stage }: Owner, request: Request): Promise<SignInStateDto> {
    return stage === 'enrolment' ? this.signing.finish(request, id) : this.signing.state(request);
  }
}
